using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>A platform without an administrator can only be helped from the operator's machine: whatever takes one away asks here first.</summary>
internal static class Administrateurs
{
    /// <summary>
    /// True when this account is a national administrator and no other active one is left. Holds a lock until the end of the transaction: of two administrators
    /// who leave at once, the second waits, then sees that it would be the last.
    /// </summary>
    public static async Task<bool> EstLeDernierAdministrateurAsync(this FaireAvecDb db, Guid compte, DateTimeOffset maintenant, CancellationToken annulation)
    {
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended('comptes.administrateurs', 0))", annulation);
        var actifs = await (
            from a in db.Set<Appartenance>()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Role == Role.AdministrateurNational && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant) && c.Etat == EtatDeCompte.Actif
            select c.Id).Distinct().Order().Take(2).ToListAsync(annulation);
        return actifs is [var seul] && seul == compte;
    }
}
