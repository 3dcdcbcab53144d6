using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Fermeture;

/// <summary>The person closes their account: what it does, a box to tick, one button.</summary>
internal sealed class IndexModel(Demandeur demandeur, FermetureDeCompte fermeture) : PageDuCompte(demandeur)
{
    [BindProperty]
    public bool Accord { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!Accord)
        {
            return Refuser(ErreursDeConnexion.FermetureAConfirmer);
        }

        var fermee = await fermeture.FermerAsync(Moi, $"web:{Request.Path}", MotsCompte.T("Fermer.Motif"), annulation);
        if (!fermee.Reussi)
        {
            return Refuser(fermee.Erreur!, StatusCodes.Status409Conflict);
        }

        CookieDeSession.Retirer(HttpContext);
        return Redirect(LiensComptes.Deconnexion);
    }
}
