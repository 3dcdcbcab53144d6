using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>
/// Back from ProConnect: the session of the linked account opens; or the identity waits until the person signs in and links it. Coming back links nothing:
/// a link followed from elsewhere brings one here too, with an identity that somebody else chose. The page of linking asks, and asks for the proof.
/// </summary>
internal sealed class RetourModel(FournisseursOidc fournisseurs, PassageOidc passage, ConnexionProConnect connexion, Demandeur demandeur) : PageOidc
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
        // Whoever looks as somebody else brings no identity of theirs; and the one who comes back is the one who left.
        if (demandeur.Identite is { LectureSeule: true } || (demande.Compte is { } parti && parti != demandeur.Identite?.Compte))
        {
            return Dire(ErreursOidc.Perimee);
        }

        if (demandeur.Identite is { } qui)
        {
            return await connexion.AttendreAsync(HttpContext, qui.Compte, identite.Sub, annulation)
                ? LocalRedirect(LiensComptes.AvecRetour(AdressesOidc.Relier, demande.Retour))
                : LocalRedirect(demande.Retour ?? LiensComptes.MonCompte);
        }

        return await connexion.OuvrirAsync(HttpContext, identite, annulation) ? LocalRedirect(demande.Retour ?? LiensComptes.Espace) : Page();
    }
}
