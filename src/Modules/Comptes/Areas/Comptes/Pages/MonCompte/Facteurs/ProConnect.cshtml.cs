using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Facteurs;

/// <summary>The link between the account and ProConnect: since when, and how to end it.</summary>
internal sealed class ProConnectModel(FaireAvecDb db, Demandeur demandeur, FournisseursOidc fournisseurs, ConnexionProConnect connexion) : PageDuCompte(demandeur)
{
    /// <summary>When it was linked; null when it isn't.</summary>
    public DateTimeOffset? Depuis { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        var moi = Moi;
        Depuis = await db.Set<IdentiteExterne>().Where(i => i.Compte == moi && i.Federation == Federation.ProConnect).MinAsync(i => (DateTimeOffset?)i.LieeLe, annulation);
        return Depuis is null && fournisseurs.ProConnect is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await connexion.DelierAsync(HttpContext, Moi, Qui.Session, annulation);
        return Redirect($"{LiensComptes.MonCompte}?fait=proconnect-retire");
    }
}
