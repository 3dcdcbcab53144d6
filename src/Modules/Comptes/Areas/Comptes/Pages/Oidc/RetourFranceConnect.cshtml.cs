using FaireAvec.Comptes.Oidc;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>Back from FranceConnect: the identity is kept in the person's browser, and nowhere else.</summary>
internal sealed class RetourFranceConnectModel(FournisseursOidc fournisseurs, PassageOidc passage, SelDesIdentites sel, UsagerIdentifie usager) : PageOidc
{
    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (fournisseurs.FranceConnect is not { } fournisseur)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var retour = await passage.RevenirAsync(HttpContext, fournisseur, Request.Absolue(AdressesOidc.RetourFranceConnect), annulation);
        if (!retour.Reussi)
        {
            return Dire(retour.Erreur!);
        }

        var (identite, demande) = retour.Valeur;
        var pivot = LectureDuPivot.Lire(identite.Donnees, identite.Niveau!, Convert.ToHexStringLower(await sel.EmpreinteAsync(Federation.FranceConnect, identite.Sub, annulation)));
        if (!pivot.Reussi)
        {
            return Dire(pivot.Erreur!);
        }

        usager.Garder(pivot.Valeur);
        return LocalRedirect(demande.Retour ?? AdressesOidc.Usager);
    }
}
