using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Oidc;

/// <summary>
/// Signs in the account that is linked to somebody at ProConnect. The link is made by the person, signed in by another way: an e-mail address that a
/// provider names never opens an account by itself.
/// </summary>
internal sealed class ConnexionProConnect(IServiceScopeFactory portees, FinDeConnexion fin, SelDesIdentites sel, ClientOidc client, IDataProtectionProvider protection, TimeProvider horloge)
{
    /// <summary>Somebody that the provider named and whom no account knows yet, until they sign in and link.</summary>
    private const string CookieDIdentite = "fa-identite";

    /// <summary>The token of a session that was just closed, to end it at the provider too.</summary>
    private const string CookieDeFin = "fa-fin";

    private const string Systeme = "systeme:connexion";

    private static readonly TimeSpan Attente = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _cookies = protection.CreateProtector("comptes.oidc.cookies").ToTimeLimitedDataProtector();
    private readonly IDataProtector _jetons = protection.CreateProtector("comptes.oidc.jetons");

    /// <summary>Opens a session for the linked account; false when none is linked: the identity then waits in the browser.</summary>
    public async Task<bool> OuvrirAsync(HttpContext contexte, IdentiteRecue recue, CancellationToken annulation)
    {
        var empreinte = await sel.EmpreinteAsync(Federation.ProConnect, recue.Sub, annulation);
        var compte = await portees.EnSystemeAsync(Systeme, contexte, null, services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            return (from i in db.Set<IdentiteExterne>()
                    join c in db.Set<Compte>() on i.Compte equals c.Id
                    where i.Federation == Federation.ProConnect && i.EmpreinteSub == empreinte && c.Etat == EtatDeCompte.Actif
                    select (Guid?)c.Id).SingleOrDefaultAsync(annulation);
        });
        if (compte is not { } connu)
        {
            contexte.Response.Cookies.Append(CookieDIdentite, _cookies.Protect(recue.Sub, Attente), Options(contexte));
            return false;
        }

        // The last step is that of every way to sign in: somebody is told of a browser that they don't know.
        if (await fin.OuvrirAsync(contexte, connu, Facteur.ProConnect, postePartage: false, annulation) is not { Reussi: true, Valeur: var session })
        {
            return false;
        }

        await portees.EnSystemeAsync(Systeme, contexte, connu, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            db.Add(new SessionOidc { Session = session, Federation = Federation.ProConnect, EmpreinteSub = empreinte, Sid = recue.Sid is { Length: <= SessionOidc.SidMax } sid ? sid : null, Jeton = _jetons.Protect(recue.Jeton) });
            return await db.SaveChangesAsync(annulation);
        });
        return true;
    }

    /// <summary>True when an identity waits in this browser to be linked.</summary>
    public bool Attend(HttpContext contexte) => LireLAttente(contexte) is not null;

    /// <summary>Keeps the identity in the browser until the person says that it is to be linked; false when it is linked to this account already.</summary>
    public async Task<bool> AttendreAsync(HttpContext contexte, Guid compte, string sub, CancellationToken annulation)
    {
        var empreinte = await sel.EmpreinteAsync(Federation.ProConnect, sub, annulation);
        if (await portees.EnSystemeAsync(Systeme, contexte, compte, services =>
            services.GetRequiredService<FaireAvecDb>().Set<IdentiteExterne>().AnyAsync(i => i.Compte == compte && i.Federation == Federation.ProConnect && i.EmpreinteSub == empreinte, annulation)))
        {
            return false;
        }

        contexte.Response.Cookies.Append(CookieDIdentite, _cookies.Protect(sub, Attente), Options(contexte));
        return true;
    }

    /// <summary>Links the identity that waits in this browser to the account, and tells the person by mail.</summary>
    public async Task<Resultat<bool>> RelierAsync(HttpContext contexte, Guid compte, CancellationToken annulation)
    {
        if (LireLAttente(contexte) is not { } numero)
        {
            return ErreursOidc.Perimee;
        }

        var empreinte = await sel.EmpreinteAsync(Federation.ProConnect, numero, annulation);
        contexte.Response.Cookies.Delete(CookieDIdentite);
        return await portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (services, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            var liee = await db.Set<IdentiteExterne>().SingleOrDefaultAsync(i => i.Federation == Federation.ProConnect && i.EmpreinteSub == empreinte, annulation);
            if (liee is not null)
            {
                return liee.Compte == compte ? true : ErreursOidc.DejaLiee;
            }

            db.Add(new IdentiteExterne { Id = Identifiants.Nouveau(horloge), Compte = compte, Federation = Federation.ProConnect, EmpreinteSub = empreinte, LieeLe = horloge.GetUtcNow() });
            await services.GetRequiredService<FacteursDuCompte>().DireAsync(db, compte, "ProConnect", annulation);
            await db.SaveChangesAsync(annulation);
            return true;
        }, annulation);
    }

    /// <summary>ProConnect opens this account no more, and the sessions that it opened end, but the one that asks.</summary>
    public Task DelierAsync(HttpContext contexte, Guid compte, Guid? session, CancellationToken annulation) => portees.EnTransactionAsync(contexte, compte, async (services, db) =>
    {
        await db.VerrouillerAsync(compte, annulation);
        var liees = await db.Set<IdentiteExterne>().Where(i => i.Compte == compte && i.Federation == Federation.ProConnect).ToListAsync(annulation);
        if (liees.Count == 0)
        {
            return 0;
        }

        db.RemoveRange(liees);
        foreach (var ouverte in await db.Set<Session>().Where(s => s.Compte == compte && s.Facteur == Facteur.ProConnect && s.FermeeLe == null && s.Id != session).ToListAsync(annulation))
        {
            ouverte.FermeeLe = horloge.GetUtcNow();
        }

        await services.GetRequiredService<FacteursDuCompte>().DireAsync(db, compte, "ProConnectRetire", annulation);
        return await db.SaveChangesAsync(annulation);
    }, annulation);

    /// <summary>Before our session closes: keeps its token for a moment when the provider vouches for it.</summary>
    public async Task PreparerLaFinAsync(HttpContext contexte, Guid session, CancellationToken annulation)
    {
        var jeton = await portees.EnSystemeAsync(Systeme, contexte, null, services =>
            services.GetRequiredService<FaireAvecDb>().Set<SessionOidc>().Where(s => s.Session == session).Select(s => s.Jeton).SingleOrDefaultAsync(annulation));
        if (jeton is not null)
        {
            contexte.Response.Cookies.Append(CookieDeFin, _cookies.Protect(_jetons.Unprotect(jeton), Attente), Options(contexte));
        }
    }

    /// <summary>True when the session at the provider may still be open.</summary>
    public static bool ResteAFinir(HttpContext contexte) => contexte.Request.Cookies.ContainsKey(CookieDeFin);

    /// <summary>Where the browser goes to end the session at the provider; null when nothing waits.</summary>
    public async Task<string?> FinAsync(HttpContext contexte, FournisseurOidc fournisseur, string retour, CancellationToken annulation)
    {
        var jeton = Ouvrir(contexte.Request.Cookies[CookieDeFin]);
        contexte.Response.Cookies.Delete(CookieDeFin);
        return jeton is null ? null : await client.AdresseDeFinAsync(fournisseur, jeton, retour, "fin", annulation);
    }

    /// <summary>The provider says that a session is over: ours close. False when the message isn't good.</summary>
    public async Task<bool> FinirAsync(HttpContext contexte, FournisseurOidc fournisseur, string jeton, CancellationToken annulation)
    {
        if (await client.LireLaFinAsync(fournisseur, jeton, annulation) is not var (sub, sid) || (sub ?? sid) is null)
        {
            return false;
        }

        var empreinte = sub is { Length: > 0 } ? await sel.EmpreinteAsync(fournisseur.Federation, sub, annulation) : null;
        await portees.EnSystemeAsync(Systeme, contexte, null, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var federation = fournisseur.Federation;
            // With the name of a session, that one; without, all those of the person.
            var sessions = await (from o in db.Set<SessionOidc>()
                                  join s in db.Set<Session>() on o.Session equals s.Id
                                  where o.Federation == federation && s.FermeeLe == null && (sid != null ? o.Sid == sid : o.EmpreinteSub == empreinte)
                                  select s).ToListAsync(annulation);
            foreach (var session in sessions)
            {
                session.FermeeLe = horloge.GetUtcNow();
            }

            return await db.SaveChangesAsync(annulation);
        });
        return true;
    }

    private string? LireLAttente(HttpContext contexte) => Ouvrir(contexte.Request.Cookies[CookieDIdentite]);

    private string? Ouvrir(string? cookie)
    {
        try
        {
            return cookie is { Length: > 0 } ? _cookies.Unprotect(cookie) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext contexte) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = contexte.Request.IsHttps, MaxAge = Attente, Path = "/" };
}
