using FaireAvec.Comptes.Oidc;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>Leaves for FranceConnect, at the level that the procedure asks for.</summary>
internal sealed class FranceConnectModel(FournisseursOidc fournisseurs, PassageOidc passage) : PageOidc
{
    public async Task<IActionResult> OnGetAsync(string? retour, string? niveau, CancellationToken annulation)
    {
        if (fournisseurs.FranceConnect is not { } fournisseur)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var demande = niveau is not null && fournisseur.Niveaux.Contains(niveau, StringComparer.Ordinal) ? niveau : null;
        return await passage.PartirAsync(HttpContext, fournisseur, Request.Absolue(AdressesOidc.RetourFranceConnect), retour, null, demande, annulation) is { } adresse
            ? Redirect(adresse)
            : Dire(ErreursOidc.Injoignable);
    }
}
