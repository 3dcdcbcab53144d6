using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Facteurs;

/// <summary>One more passkey.</summary>
internal sealed class NouvelleCleModel(FaireAvecDb db, Demandeur demandeur, ClesDAcces cles) : PageDuCompte(demandeur)
{
    public DefiDeCle? Defi { get; private set; }

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(string? reponse, string? etat, string? nom, CancellationToken annulation)
    {
        var garde = await cles.GarderAsync(HttpContext, Moi, reponse, etat, nom, null, annulation);
        if (garde.Reussi)
        {
            return Redirect($"{LiensComptes.MonCompte}?fait=cle");
        }

        await LireAsync(annulation);
        return Refuser(garde.Erreur!);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var moi = Moi;
        Defi = await cles.DefiDeCreationAsync(HttpContext, await db.Set<Compte>().AsNoTracking().SingleAsync(c => c.Id == moi, annulation), annulation);
    }
}
