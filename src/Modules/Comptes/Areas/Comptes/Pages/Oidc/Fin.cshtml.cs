using FaireAvec.Comptes.Oidc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>
/// End of a session, both ways. By GET the person goes and ends it at the provider. By POST the provider says that it is over there (OpenID Connect
/// Back-Channel Logout 1.0): no cookie, no token of ours, the signature of the message is the proof; one provider speaks for thousands of people, so
/// the limit of forms doesn't apply.
/// </summary>
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
internal sealed class FinModel(FournisseursOidc fournisseurs, ConnexionProConnect connexion) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (fournisseurs.ProConnect is not { } fournisseur)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return await connexion.FinAsync(HttpContext, fournisseur, Request.Absolue(LiensComptes.Deconnexion), annulation) is { } adresse ? Redirect(adresse) : LocalRedirect(LiensComptes.Deconnexion);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (fournisseurs.ProConnect is not { } fournisseur)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var jeton = Request.HasFormContentType ? (string?)(await Request.ReadFormAsync(annulation))["logout_token"] : null;
        return jeton is { Length: > 0 } && await connexion.FinirAsync(HttpContext, fournisseur, jeton, annulation)
            ? new OkResult()
            : new BadRequestObjectResult(new { error = "invalid_request" });
    }
}
