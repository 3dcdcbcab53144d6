using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>What the pages where one signs in share: kept by no cache, and a refusal is a sentence in the language of the person.</summary>
internal abstract class PageDeConnexion : PageModel
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // As antiforgery says it, which would otherwise warn at each form.
        (Response.Headers.CacheControl, Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        ViewData[Gabarit.Robots] = "noindex";
    }

    /// <summary>The same page with the error, and what was typed.</summary>
    protected PageResult Refuser(Erreur erreur, int statut = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(erreur.Champ ?? "", MotsConnexion.Erreur(erreur));
        Response.StatusCode = statut;
        return Page();
    }

    /// <summary>The status of a link that can't be used.</summary>
    protected static int StatutDuLien(Erreur erreur) => erreur.Code switch
    {
        "CPT-100" => StatusCodes.Status404NotFound,
        "CPT-103" or "CPT-104" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status410Gone,
    };
}
