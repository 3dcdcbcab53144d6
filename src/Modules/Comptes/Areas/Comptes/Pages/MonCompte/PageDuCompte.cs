using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte;

/// <summary>What the pages of one's own account share.</summary>
internal abstract class PageDuCompte(Demandeur demandeur) : PageModel
{
    protected Identite Qui => demandeur.Identite!;

    protected Guid Moi => Qui.Compte;

    /// <summary>The same page with the error, and what was typed.</summary>
    protected PageResult Refuser(Erreur erreur, int statut = StatusCodes.Status400BadRequest)
    {
        ModelState.Clear();
        ModelState.AddModelError(erreur.Champ ?? "", erreur.Code.StartsWith("CPT-1", StringComparison.Ordinal) ? MotsConnexion.Erreur(erreur) : erreur.Message);
        Response.StatusCode = statut;
        return Page();
    }
}
