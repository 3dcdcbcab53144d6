using FaireAvec.Comptes.Oidc;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>Back from ProConnect: the session of the linked account opens; or the identity waits until the person signs in and links it.</summary>
internal sealed class RetourModel(FournisseursOidc fournisseurs, PassageOidc passage, ConnexionProConnect connexion) : PageOidc
{
    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (fournisseurs.ProConnect is not { } fournisseur)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var retour = await passage.RevenirAsync(HttpContext, fournisseur, Request.Absolue(AdressesOidc.RetourProConnect), annulation);
        if (!retour.Reussi)
        {
            return Dire(retour.Erreur!);
        }

        var (identite, demande) = retour.Valeur;
        if (demande.Compte is { } compte)
        {
            var reliee = await connexion.RelierAsync(HttpContext, compte, identite.Sub, annulation);
            return reliee.Reussi ? LocalRedirect(demande.Retour ?? LiensComptes.MonCompte) : Dire(reliee.Erreur!);
        }

        return await connexion.OuvrirAsync(HttpContext, identite, annulation) ? LocalRedirect(demande.Retour ?? LiensComptes.Espace) : Page();
    }
}
