using System.Globalization;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Sessions;

/// <summary>Opens and closes sessions. Every opening makes a new secret, so that a cookie planted before signing in is worth nothing.</summary>
internal sealed class Ouverture(IServiceScopeFactory portees, TimeProvider horloge)
{
    /// <summary>A session lasts a day's work at most.</summary>
    public static readonly TimeSpan DureeMax = TimeSpan.FromHours(12);

    /// <summary>Minutes without a click after which it ends.</summary>
    public const int InactiviteMinutes = 120;

    /// <summary>The same on a computer that several people use.</summary>
    public const int InactiviteSurPostePartage = 10;

    /// <summary>True when this account may sign in.</summary>
    public Task<bool> ExisteAsync(Guid compte, CancellationToken annulation) => portees.EnSystemeAsync("systeme:connexion", null, compte, services =>
        services.GetRequiredService<FaireAvecDb>().Set<Compte>().AnyAsync(c => c.Id == compte && c.Etat == EtatDeCompte.Actif, annulation));

    /// <summary>Signs the account in and gives the cookie. The caller has checked the factors.</summary>
    public async Task<Guid> OuvrirAsync(HttpContext contexte, Guid compte, Facteur facteur, bool postePartage, CancellationToken annulation)
    {
        var (secret, empreinte) = CookieDeSession.Nouveau();
        var ancienne = CookieDeSession.Lire(contexte.Request);
        var maintenant = horloge.GetUtcNow();
        var session = new Session
        {
            Id = Identifiants.Nouveau(horloge),
            Compte = compte,
            Empreinte = empreinte,
            Facteur = facteur,
            OuverteLe = maintenant,
            VueLe = maintenant,
            PreuveLe = maintenant,
            FinAuPlusTard = maintenant + DureeMax,
            InactiviteMinutes = postePartage ? InactiviteSurPostePartage : InactiviteMinutes,
            Navigateur = Navigateurs.Decrire(contexte.Request.Headers.UserAgent),
        };
        await portees.EnSystemeAsync("systeme:connexion", contexte, compte, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            if (ancienne is not null && await db.Set<Session>().FirstOrDefaultAsync(s => s.Empreinte == ancienne && s.FermeeLe == null, annulation) is { } remplacee)
            {
                remplacee.FermeeLe = maintenant;
            }

            (await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation)).DerniereConnexionLe = maintenant;
            db.Add(session);
            return await db.SaveChangesAsync(annulation);
        });
        CookieDeSession.Poser(contexte, secret);
        return session.Id;
    }

    /// <summary>
    /// Keeps a session for one page. The cookie changes with it, so that a page that the browser kept from before is asked again, and refused. There is no
    /// way back but to sign in.
    /// </summary>
    public async Task ReserverAsync(HttpContext contexte, Guid session, string chemin, CancellationToken annulation)
    {
        var (secret, empreinte) = CookieDeSession.Nouveau();
        await portees.EnSystemeAsync("systeme:connexion", contexte, null, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var ouverte = await db.Set<Session>().SingleAsync(s => s.Id == session && s.FermeeLe == null, annulation);
            services.GetRequiredService<ContexteEcriture>().Acteur = ouverte.Compte.ToString("D", CultureInfo.InvariantCulture);
            (ouverte.Empreinte, ouverte.ReserveeA) = (empreinte, chemin);
            return await db.SaveChangesAsync(annulation);
        });
        CookieDeSession.Poser(contexte, secret);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task FermerAsync(HttpContext contexte, CancellationToken annulation)
    {
        if (CookieDeSession.Lire(contexte.Request) is { } empreinte)
        {
            await portees.EnSystemeAsync("systeme:connexion", contexte, null, async services =>
            {
                var db = services.GetRequiredService<FaireAvecDb>();
                if (await db.Set<Session>().FirstOrDefaultAsync(s => s.Empreinte == empreinte && s.FermeeLe == null, annulation) is { } session)
                {
                    session.FermeeLe = horloge.GetUtcNow();
                    services.GetRequiredService<ContexteEcriture>().Acteur = session.Compte.ToString("D", CultureInfo.InvariantCulture);
                }

                return await db.SaveChangesAsync(annulation);
            });
        }

        CookieDeSession.Retirer(contexte);
    }
}
