using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MesDonnees;

/// <summary>Asks to be erased: what goes, what stays, why, then one write. The account closes at once, so that nobody is erased while at work.</summary>
internal sealed class EffacementModel(FaireAvecDb db, DemandesDeDroits demandes, FermetureDeCompte fermeture, Demandeur demandeur) : PageModel
{
    [BindProperty]
    public bool Confirme { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!Confirme)
        {
            ModelState.Dire(ErreursDeDonnees.Confirmation);
            return Page();
        }

        var compte = demandeur.Identite!.Compte;
        var deposee = await demandes.DeposerAsync(TypeDeDemande.Effacement, null, annulation);
        // Asked already, and the closing failed then: it is tried again.
        var code = deposee.Reussi ? deposee.Valeur.Code : await db.Set<DemandeDeDroits>().Where(d => d.Personne == compte && d.Type == TypeDeDemande.Effacement && d.Code != null).OrderByDescending(d => d.RecueLe).Select(d => d.Code).FirstOrDefaultAsync(annulation);
        var clos = await fermeture.FermerAsync(compte, $"web:{Request.Path}", MotsDonneesPersonnelles.T("Effacement.MotifDeCloture"), annulation);
        if (!clos.Reussi)
        {
            if (deposee.Reussi)
            {
                await demandes.RetirerAsync(deposee.Valeur.Id, annulation);
            }

            ModelState.Dire(clos.Erreur!);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        CookieDeSession.Retirer(HttpContext);
        return Redirect(LiensDonneesPersonnelles.Preuve(code!));
    }
}
