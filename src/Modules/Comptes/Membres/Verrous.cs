using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>
/// The locks of acts about roles, always in this order so that two acts never wait for each other: organisations by id, people by id, the rest. Held until
/// the end of the transaction.
/// </summary>
internal static class Verrous
{
    /// <summary>These organisations don't change meanwhile. False when one of them is closed, or merged.</summary>
    public static async Task<bool> OuvertesAsync(this FaireAvecDb db, Guid[] organisations, CancellationToken annulation) =>
        (await db.Database.SqlQuery<bool>($"SELECT fermee_le IS NULL AND fusionnee_dans IS NULL AS \"Value\" FROM comptes.organisations WHERE id = ANY ({organisations}) ORDER BY id FOR SHARE").ToListAsync(annulation)).TrueForAll(o => o);

    /// <summary>These organisations are mine until I have finished: nobody is added to them meanwhile.</summary>
    public static Task<int> ReserverAsync(this FaireAvecDb db, Guid[] organisations, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM comptes.organisations WHERE id = ANY ({organisations}) ORDER BY id FOR UPDATE", annulation);

    /// <summary>The roles of these people change by nobody else meanwhile.</summary>
    public static async Task RolesDeAsync(this FaireAvecDb db, IEnumerable<Guid> comptes, CancellationToken annulation)
    {
        foreach (var compte in comptes.Distinct().Order())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('comptes.roles:' || {compte}::text, 0))", annulation);
        }
    }
}
