using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>What the pages of a provider share: they don't exist where the operator set none, and say kindly what failed.</summary>
internal abstract class PageOidc : PageModel
{
    public Erreur? Echec { get; private set; }

    protected IActionResult Dire(Erreur erreur)
    {
        Echec = erreur;
        Response.StatusCode = erreur == ErreursOidc.Injoignable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
