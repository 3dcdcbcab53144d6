using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Facteurs;

/// <summary>A passkey gets another name, or goes. The last factor never goes.</summary>
internal sealed class CleModel(FaireAvecDb db, Demandeur demandeur, FacteursDuCompte facteurs, IServiceScopeFactory portees) : PageDuCompte(demandeur)
{
    [BindProperty]
    public string? Nom { get; set; }

    public CleDAcces Cle { get; private set; } = null!;

    public bool Retirable { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        Nom = Cle.Nom;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (ClesDAcces.NomDeCle(Nom) is not { } nom)
        {
            return Refuser(ErreursDeConnexion.NomDeCle);
        }

        var moi = Moi;
        await portees.EnTransactionAsync(HttpContext, moi, async (_, systeme) =>
        {
            (await systeme.Set<CleDAcces>().SingleAsync(c => c.Id == id && c.Compte == moi, annulation)).Nom = nom;
            return await systeme.SaveChangesAsync(annulation);
        }, annulation);
        return Redirect($"{LiensComptes.MonCompte}?fait=nom");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var retiree = await facteurs.RetirerLaCleAsync(HttpContext, Moi, id, annulation);
        Nom = Cle.Nom;
        return retiree.Reussi ? Redirect($"{LiensComptes.MonCompte}?fait=cle-retiree") : Refuser(retiree.Erreur!, StatusCodes.Status409Conflict);
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var moi = Moi;
        if (await db.Set<CleDAcces>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Compte == moi, annulation) is not { } cle)
        {
            return false;
        }

        Cle = cle;
        Retirable = (await FacteursDuCompte.MoyensAsync(db, moi, annulation)).PeutEnRetirerUn;
        return true;
    }
}
