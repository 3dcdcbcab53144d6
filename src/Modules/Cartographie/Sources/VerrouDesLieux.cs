using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Who writes places takes turns: two imports of one source, or an import of a file of several sources and any other. Held until the end of the transaction.</summary>
internal static class VerrouDesLieux
{
    private const long Tous = 0x6C69_6575_78;
    private const int ParSource = 0x6C69_6575;

    /// <summary>For a file of several sources, and for what looks at all the places (grouping, rolling back).</summary>
    public static Task PrendreToutAsync(this FaireAvecDb db, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Tous})", annulation);

    /// <summary>For one source; different sources are written at once.</summary>
    public static async Task PrendreSourceAsync(this FaireAvecDb db, string source, CancellationToken annulation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({Tous})", annulation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ParSource}, hashtext({source}))", annulation);
    }
}
