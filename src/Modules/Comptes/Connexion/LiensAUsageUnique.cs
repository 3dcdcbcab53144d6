using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>A link and the account that it is for.</summary>
internal sealed record LienEtCompte(LienDeConnexion Lien, Compte Compte);

/// <summary>Makes, looks at and uses one-time links. Used once, whatever the number of clicks at the same time: the row is locked.</summary>
internal sealed class LiensAUsageUnique(IServiceScopeFactory portees, TimeProvider horloge)
{
    /// <summary>A new link and its secret, which only the mail holds.</summary>
    public static (LienDeConnexion Lien, string Secret) Faire(TimeProvider horloge, Guid compte, UsageDeLien usage, DateTimeOffset depuis, TimeSpan duree, byte[]? navigateur = null, Guid? objet = null, bool postePartage = false, string? retour = null)
    {
        var (secret, empreinte) = Secrets.Nouveau();
        var lien = new LienDeConnexion
        {
            Id = Identifiants.Nouveau(horloge),
            Compte = compte,
            Usage = usage,
            Empreinte = empreinte,
            Navigateur = navigateur,
            CreeLe = depuis,
            ExpireLe = depuis + duree,
            Objet = objet,
            PostePartage = postePartage,
            Retour = retour,
        };
        return (lien, secret);
    }

    /// <summary>What the link would do. Changes nothing: programs that check mails follow the links that they find.</summary>
    public Task<Resultat<LienEtCompte>> RegarderAsync(HttpContext contexte, string? jeton, IReadOnlyList<UsageDeLien> usages, CancellationToken annulation) =>
        portees.EnSystemeAsync("systeme:connexion", contexte, null, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var empreinte = Secrets.Hacher(jeton);
            var lien = empreinte is null ? null : await db.Set<LienDeConnexion>().AsNoTracking().SingleOrDefaultAsync(l => l.Empreinte == empreinte, annulation);
            return await JugerAsync(contexte, db, lien, usages, annulation);
        });

    /// <summary>Uses the link and does what it is for, in one transaction. Only one succeeds.</summary>
    /// <param name="contexte">The request.</param>
    /// <param name="jeton">The secret of the address.</param>
    /// <param name="usages">The usages that this page knows.</param>
    /// <param name="ensuite">What it is for; a failure leaves the link as it was.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<T>> UtiliserAsync<T>(HttpContext contexte, string? jeton, IReadOnlyList<UsageDeLien> usages, Func<IServiceProvider, FaireAvecDb, LienEtCompte, Task<Resultat<T>>> ensuite, CancellationToken annulation) =>
        portees.EnTransactionAsync(contexte, null, async (services, db) =>
        {
            var empreinte = Secrets.Hacher(jeton);
            var lien = empreinte is null ? null : await db.Set<LienDeConnexion>().FromSql($"SELECT * FROM comptes.liens_de_connexion WHERE empreinte = {empreinte} FOR UPDATE").SingleOrDefaultAsync(annulation);
            var vu = await JugerAsync(contexte, db, lien, usages, annulation);
            if (!vu.Reussi)
            {
                return vu.Erreur!;
            }

            services.GetRequiredService<ContexteEcriture>().Acteur = vu.Valeur.Compte.Id.ToString();
            var resultat = await ensuite(services, db, vu.Valeur);
            if (resultat.Reussi)
            {
                await db.SaveChangesAsync(annulation);
            }

            return resultat;
        }, annulation);

    /// <summary>Uses a link to sign in: from now on this browser may give the second factor, or make a first one.</summary>
    public Task<Resultat<LienEtCompte>> EntrerAsync(HttpContext contexte, string? jeton, IReadOnlyList<UsageDeLien> usages, Func<FaireAvecDb, LienEtCompte, Task<Resultat<bool>>> avant, CancellationToken annulation) =>
        UtiliserAsync<LienEtCompte>(contexte, jeton, usages, async (_, db, vu) =>
        {
            var permis = await avant(db, vu);
            if (!permis.Reussi)
            {
                return permis.Erreur!;
            }

            // A new secret: a cookie planted before the link was used is worth nothing after.
            vu.Lien.Utiliser(CookieSecret.Navigateur.Poser(contexte), horloge.GetUtcNow());
            return vu;
        }, annulation);

    /// <summary>Ends every other link of the account, and what the used ones opened: the mailbox isn't the same any more, or the account starts again. The caller saves.</summary>
    public static async Task PerimerAsync(FaireAvecDb db, Guid compte, Guid sauf, DateTimeOffset maintenant, CancellationToken annulation)
    {
        foreach (var lien in await db.Set<LienDeConnexion>().Where(l => l.Compte == compte && l.Id != sauf && l.FiniLe == null).ToListAsync(annulation))
        {
            lien.FiniLe = maintenant;
        }
    }

    private async Task<Resultat<LienEtCompte>> JugerAsync(HttpContext contexte, FaireAvecDb db, LienDeConnexion? lien, IReadOnlyList<UsageDeLien> usages, CancellationToken annulation)
    {
        if (lien is null || !usages.Contains(lien.Usage))
        {
            return ErreursDeConnexion.LienInconnu;
        }

        if (lien.Refus(CookieSecret.Navigateur.Lire(contexte.Request), horloge.GetUtcNow()) is { } refus)
        {
            return refus;
        }

        var compte = await db.Set<Compte>().SingleAsync(c => c.Id == lien.Compte, annulation);
        return compte.Etat == EtatDeCompte.Actif ? new LienEtCompte(lien, compte) : ErreursDeConnexion.CompteFerme;
    }
}
