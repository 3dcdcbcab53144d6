using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Comptes.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Invitations;

/// <summary>
/// What happens to somebody whose account a link of invitation has just made: they stand where a link to sign in leads, at the choice of a first factor. No
/// session opens before they have one, and the link opens nothing once they do.
/// </summary>
internal sealed class OuvertureApresInvitation(IServiceScopeFactory portees, TimeProvider horloge)
{
    /// <summary>
    /// Says where to lead the browser; null when the account has a way to sign in already. They come back to <paramref name="retour"/> to accept, signed in.
    /// The same link serves again as long as there is no factor: the browser may have been closed in the middle.
    /// </summary>
    public Task<string?> OuvrirAsync(HttpContext contexte, Guid compte, string retour, CancellationToken annulation) =>
        portees.EnTransactionAsync(contexte, compte, async (_, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            if (!(await FacteursDuCompte.MoyensAsync(db, compte, annulation)).Aucun || await db.Set<IdentiteExterne>().AnyAsync(i => i.Compte == compte, annulation))
            {
                return null;
            }

            var maintenant = horloge.GetUtcNow();
            var (lien, _) = LiensAUsageUnique.Faire(horloge, compte, UsageDeLien.Invitation, maintenant, LienDeConnexion.DureeDeLEtape, retour: retour);
            lien.Utiliser(CookieSecret.Navigateur.Poser(contexte), maintenant);
            db.Add(lien);
            await db.SaveChangesAsync(annulation);
            return LiensComptes.PremierFacteur;
        }, annulation);
}
