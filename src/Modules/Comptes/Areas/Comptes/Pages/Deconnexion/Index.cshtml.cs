using FaireAvec.Comptes.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Deconnexion;

/// <summary>Ends the session by a form: a link or a picture of another site can't.</summary>
internal sealed class IndexModel(Ouverture ouverture) : PageModel
{
    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await ouverture.FermerAsync(HttpContext, annulation);
        return Redirect(LiensComptes.Deconnexion);
    }
}
