using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Deconnexion;

/// <summary>Ends the session by a form: a link or a picture of another site can't.</summary>
internal sealed class IndexModel(Ouverture ouverture, Demandeur demandeur, RegardDuSupport regard) : PageModel
{
    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (demandeur.Identite is { LectureSeule: true })
        {
            // The support stops looking at somebody's screen; its own session goes on.
            await regard.FinirAsync(HttpContext, annulation);
            return Redirect($"{LiensDonneesPersonnelles.Assistance}?fait=fini");
        }

        await ouverture.FermerAsync(HttpContext, annulation);
        return Redirect(LiensComptes.Deconnexion);
    }
}
