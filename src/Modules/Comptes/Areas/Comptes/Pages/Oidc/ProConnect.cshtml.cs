using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>Leaves for ProConnect. Somebody already signed in goes there to link it to their account.</summary>
internal sealed class ProConnectModel(FournisseursOidc fournisseurs, PassageOidc passage, Demandeur demandeur) : PageOidc
{
    public async Task<IActionResult> OnGetAsync(string? retour, CancellationToken annulation)
    {
        if (fournisseurs.ProConnect is not { } fournisseur)
        {
            return NotFound();
        }

        if (demandeur.Identite is { LectureSeule: true })
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Response.Headers.CacheControl = "no-store";
        return await passage.PartirAsync(HttpContext, fournisseur, Request.Absolue(AdressesOidc.RetourProConnect), retour, demandeur.Identite?.Compte, null, annulation) is { } adresse
            ? Redirect(adresse)
            : Dire(ErreursOidc.Injoignable);
    }
}
