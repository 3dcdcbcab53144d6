using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Who does an import holds a lock of the database as long as it lasts: when the program or the machine stops, the database lets it go. An import that waits or goes on, and
/// whose lock nobody holds was interrupted, on whichever node it was.
/// </summary>
internal static class VerrouDImport
{
    private const int Imports = 0x696D_706F;

    private static readonly StatutImport[] PasFinis = [StatutImport.EnAttente, StatutImport.EnCours];

    /// <summary>Holds it, on the connection of this context, until it is disposed.</summary>
    public static async Task<IAsyncDisposable> TenirAsync(this FaireAvecDb db, Guid import, CancellationToken annulation)
    {
        await db.Database.OpenConnectionAsync(annulation);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Imports}, hashtext({import.ToString()}))", annulation);
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }

        return new Prise(db, import);
    }

    /// <summary>Says of each import that isn't over whether it was interrupted.</summary>
    public static async Task MarquerLesInterrompusAsync(this FaireAvecDb db, IEnumerable<ImportDeLieux> imports, CancellationToken annulation)
    {
        var enCours = imports.Where(i => PasFinis.Contains(i.Statut)).ToDictionary(i => i.Id);
        foreach (var id in await db.InterrompusAsync(enCours.Keys, annulation))
        {
            enCours[id].Interrompu = true;
        }
    }

    /// <summary>Those of these imports that aren't over and that nobody does any more.</summary>
    public static async Task<IReadOnlyList<Guid>> InterrompusAsync(this FaireAvecDb db, IReadOnlyCollection<Guid> imports, CancellationToken annulation)
    {
        if (imports.Count == 0)
        {
            return [];
        }

        var ids = imports.ToArray();
        var libres = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT i.id AS "Value" FROM unnest({ids}) AS i(id)
            WHERE NOT EXISTS (
              SELECT 1 FROM pg_locks v
              WHERE v.locktype = 'advisory' AND v.objsubid = 2 AND v.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND v.classid::bigint = {(long)Imports} AND v.objid::bigint = (hashtext(i.id::text)::bigint & 4294967295))
            """).ToListAsync(annulation);

        // Read after the locks: an import that ended meanwhile wrote its state before it let its own go.
        return libres.Count == 0 ? [] : await db.Set<ImportDeLieux>().Where(i => libres.Contains(i.Id) && PasFinis.Contains(i.Statut)).Select(i => i.Id).ToListAsync(annulation);
    }

    private sealed class Prise(FaireAvecDb db, Guid import) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Imports}, hashtext({import.ToString()}))");
            }
            catch (Exception e) when (e is Npgsql.NpgsqlException or InvalidOperationException)
            {
                // The connection is broken: its locks went with it.
            }

            await db.Database.CloseConnectionAsync();
        }
    }
}
