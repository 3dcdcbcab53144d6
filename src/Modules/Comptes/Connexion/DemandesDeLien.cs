using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Somebody asks for a link by e-mail. No account is looked for here, neither read nor counted: the work, the time and the answer are the same for an
/// address that is known and for one that isn't. <see cref="EnvoiDesLettres"/> looks, later and elsewhere.
/// </summary>
internal sealed class DemandesDeLien(Microsoft.Extensions.DependencyInjection.IServiceScopeFactory portees, Poste poste, Freins freins, AdresseDuSite adresse, ILogger<DemandesDeLien> journal)
{
    /// <param name="contexte">The request.</param>
    /// <param name="courriel">As typed.</param>
    /// <param name="postePartage">The computer is used by several people.</param>
    /// <param name="retour">The page wanted, checked.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<bool>> DemanderAsync(HttpContext contexte, string? courriel, bool postePartage, string? retour, CancellationToken annulation)
    {
        if (Courriels.Cle(courriel) is not { } cle)
        {
            return ErreursComptes.Courriel;
        }

        if (adresse.De(contexte.Request) is not { } site)
        {
            journal.LogError("No link to sign in can be sent: Site__Adresse, the public address of the site, isn't set");
            return true;
        }

        var navigateur = CookieSecret.Navigateur.LireOuPoser(contexte);
        return await portees.EnTransactionAsync<Resultat<bool>>(contexte, null, async (_, db) =>
        {
            var frein = Freins.CleDeDemande(contexte, cle);
            if (await freins.AttenteAsync(db, frein, annulation) is { } attente)
            {
                return ErreursDeConnexion.TropDeLiens(attente);
            }

            await freins.CompterAsync(db, frein, annulation);
            poste.Deposer(
                db,
                NatureDeLettre.Connexion,
                new ContenuDeLettre { A = cle, Site = site, Navigateur = navigateur, Appareil = CookieSecret.Appareil.Lire(contexte.Request), PostePartage = postePartage, Retour = retour },
                LienDeConnexion.Duree);
            await db.SaveChangesAsync(annulation);
            return true;
        }, annulation);
    }
}
