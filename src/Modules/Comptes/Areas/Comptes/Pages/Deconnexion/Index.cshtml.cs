using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Deconnexion;

/// <summary>Ends the session by a form: a link or a picture of another site can't.</summary>
internal sealed class IndexModel(Ouverture ouverture, ConnexionProConnect proConnect, RegardDuSupport regard, Demandeur demandeur) : PageModel
{
    /// <summary>True when the session at the provider may still be open.</summary>
    public bool ResteAFinir { get; private set; }

    /// <summary>Who only opens the address is still signed in, and must not believe otherwise on a shared computer.</summary>
    public bool EncoreConnecte => demandeur.Connecte;

    public void OnGet()
    {
        ResteAFinir = ConnexionProConnect.ResteAFinir(HttpContext);
        Response.Headers.CacheControl = "no-store";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (demandeur.Identite is { LectureSeule: true })
        {
            // The support stops looking at somebody's screen; its own session goes on.
            await regard.FinirAsync(HttpContext, annulation);
            return Redirect($"{LiensDonneesPersonnelles.Assistance}?fait=fini");
        }

        if (demandeur.Identite?.Session is { } session)
        {
            await proConnect.PreparerLaFinAsync(HttpContext, session, annulation);
        }

        await ouverture.FermerAsync(HttpContext, annulation);
        return Redirect(LiensComptes.Deconnexion);
    }
}
