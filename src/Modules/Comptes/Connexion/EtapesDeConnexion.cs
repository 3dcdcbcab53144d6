using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Where a browser stands between the link and the session: the mailbox is proved, the second factor isn't yet.</summary>
/// <param name="Lien">The link that was used.</param>
/// <param name="Compte">Its account.</param>
/// <param name="Moyens">What the account has to prove who it is.</param>
internal sealed record EtapeDeConnexion(LienDeConnexion Lien, Compte Compte, MoyensDeProuver Moyens)
{
    /// <summary>Nothing to give yet, or everything is to be made again: a first factor is made.</summary>
    public bool AEnroler => Moyens.Aucun;
}

/// <summary>Reads and ends that state. It is in the database, not in the cookie: it ends when it is over, for every copy of the cookie.</summary>
internal sealed class EtapesDeConnexion(IServiceScopeFactory portees, TimeProvider horloge)
{
    /// <summary>The state of this browser; null when it hasn't one, or when it has ended.</summary>
    public async Task<EtapeDeConnexion?> LireAsync(HttpContext contexte, CancellationToken annulation)
    {
        if (CookieSecret.Navigateur.Lire(contexte.Request) is not { } cookie)
        {
            return null;
        }

        return await portees.EnSystemeAsync("systeme:connexion", contexte, null, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var lu = await (
                from l in db.Set<LienDeConnexion>().AsNoTracking()
                join c in db.Set<Compte>().AsNoTracking() on l.Compte equals c.Id
                where l.Etape == cookie
                select new { Lien = l, Compte = c }).SingleOrDefaultAsync(annulation);
            return lu is { Compte.Etat: EtatDeCompte.Actif } && lu.Lien.EtapeOuverte(horloge.GetUtcNow())
                ? new EtapeDeConnexion(lu.Lien, lu.Compte, await FacteursDuCompte.MoyensAsync(db, lu.Compte.Id, annulation))
                : null;
        });
    }

    /// <summary>Ends it, in the caller's transaction. False when somebody else just did.</summary>
    public async Task<bool> FinirAsync(FaireAvecDb db, Guid lien, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var etape = await db.Set<LienDeConnexion>().FromSql($"SELECT * FROM comptes.liens_de_connexion WHERE id = {lien} FOR UPDATE").SingleAsync(annulation);
        if (!etape.EtapeOuverte(maintenant))
        {
            return false;
        }

        etape.FiniLe = maintenant;
        return true;
    }
}
