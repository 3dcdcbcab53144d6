using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// The last step of every way to sign in: the account is still open, the person is told of a browser that they don't know, then the session opens.
/// </summary>
internal sealed class FinDeConnexion(Microsoft.Extensions.DependencyInjection.IServiceScopeFactory portees, Ouverture ouverture, Poste poste, TimeProvider horloge)
{
    /// <summary>Opens the session. The caller has checked the factors.</summary>
    public async Task<Resultat<Guid>> OuvrirAsync(HttpContext contexte, Guid compte, Facteur facteur, bool postePartage, CancellationToken annulation)
    {
        var permis = await portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (_, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            var titulaire = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
            if (titulaire.Etat != EtatDeCompte.Actif)
            {
                return ErreursDeConnexion.CompteFerme;
            }

            var maintenant = horloge.GetUtcNow();
            var appareil = CookieSecret.Appareil.Lire(contexte.Request);
            var connu = appareil is null ? null : await db.Set<NavigateurConnu>().SingleOrDefaultAsync(n => n.Compte == compte && n.Empreinte == appareil, annulation);
            if (connu is not null)
            {
                connu.VuLe = maintenant;
            }
            else
            {
                var navigateur = Navigateurs.Decrire(contexte.Request.Headers.UserAgent);
                if (titulaire.DerniereConnexionLe is not null)
                {
                    poste.Deposer(db, titulaire.Courriel, Lettres.NouvelAppareil(titulaire, navigateur, maintenant, postePartage));
                }

                if (!postePartage)
                {
                    db.Add(new NavigateurConnu { Id = Identifiants.Nouveau(horloge), Compte = compte, Empreinte = appareil ?? CookieSecret.Appareil.Poser(contexte), Nom = navigateur, PremierLe = maintenant, VuLe = maintenant });
                }
            }

            await db.SaveChangesAsync(annulation);
            return true;
        }, annulation);
        if (!permis.Reussi)
        {
            return permis.Erreur!;
        }

        CookieSecret.Navigateur.Retirer(contexte);
        return await ouverture.OuvrirAsync(contexte, compte, facteur, postePartage, annulation);
    }

    /// <summary>The second factor was given again: sensitive acts are open for a quarter of an hour.</summary>
    public Task ProuverAsync(HttpContext contexte, Guid compte, Guid session, CancellationToken annulation) =>
        portees.EnTransactionAsync(contexte, compte, async (_, db) =>
        {
            var ouverte = await db.Set<Session>().SingleAsync(s => s.Id == session && s.Compte == compte && s.FermeeLe == null, annulation);
            ouverte.PreuveLe = horloge.GetUtcNow();
            return await db.SaveChangesAsync(annulation);
        }, annulation);
}
