using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
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

        var fermee = await fermeture.FermerAsync(HttpContext, Moi, annulation);
        return fermee.Reussi ? Redirect(LiensComptes.Deconnexion) : Refuser(fermee.Erreur!);
    }
}
