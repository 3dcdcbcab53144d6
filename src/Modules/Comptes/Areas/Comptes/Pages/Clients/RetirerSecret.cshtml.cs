using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>Ends one secret, after a confirmation.</summary>
internal sealed class RetirerSecretModel(FaireAvecDb db, GestionDesClients gestion, Demandeur demandeur, TimeProvider horloge) : PageDeClient(gestion, demandeur)
{
    [BindProperty(SupportsGet = true, Name = "secret")]
    public Guid Secret { get; set; }

    /// <summary>Its last characters.</summary>
    public string Fin { get; private set; } = "";

    /// <summary>True when nothing is left after it: the other system stops.</summary>
    public bool Dernier { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var valables = await db.Set<SecretDeClient>().AsNoTracking().Where(s => s.Client == Id && s.ExpireLe > maintenant).ToListAsync(annulation);
        if (valables.FirstOrDefault(s => s.Id == Secret) is not { } secret)
        {
            return NotFound();
        }

        (Fin, Dernier) = (secret.Fin, valables.Count == 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation) => (await Gestion.RetirerLeSecretAsync(Client, Secret, annulation)).Reussi
        ? Redirect($"{LiensDAdministration.Client(Id)}?fait=secret-retire")
        : NotFound();
}
