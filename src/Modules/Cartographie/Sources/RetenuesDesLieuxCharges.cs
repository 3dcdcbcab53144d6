using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Applies the rule of places held back to those that are already in the database: a shelter that a new version of the rule recognises doesn't wait for the next
/// import of its source. Places that a person took off the map stay as they are.
/// </summary>
internal sealed class RetenuesDesLieuxCharges(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>Places written at a time.</summary>
    private const int ParLot = 500;

    /// <summary>The same as long as the code is: the rule is applied once by each version of the module, and nobody has to think of a number.</summary>
    public static string Version => typeof(RetenuesDesLieuxCharges).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Applies it.</summary>
    /// <returns>How many places are held back that weren't, and how many are shown that weren't.</returns>
    public async Task<(int Retenus, int Rendus)> AppliquerAsync(CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.PrendreToutAsync(annulation);
        if (!await db.Set<Lieu>().AnyAsync(annulation))
        {
            return (0, 0);
        }

        var (changes, retenus, rendus) = (new List<string>(), 0, 0);
        await foreach (var lieu in db.Set<Lieu>().AsNoTracking().Where(l => l.Retenu == null || l.Retenu != Lieu.Depublie).AsAsyncEnumerable().WithCancellation(annulation))
        {
            var motif = Retenue.MotifDe(lieu);
            if (motif == lieu.Retenu)
            {
                continue;
            }

            changes.Add(lieu.Id);
            retenus += lieu.Retenu is null ? 1 : 0;
            rendus += motif is null ? 1 : 0;
        }

        if (changes.Count == 0)
        {
            return (0, 0);
        }

        var maintenant = horloge.GetUtcNow();
        ecriture.Motif = "Règle des lieux retenus";
        await db.DirePourLHistoriqueAsync(ecriture, maintenant, null, annulation);
        foreach (var lot in changes.Chunk(ParLot))
        {
            foreach (var lieu in await db.Set<Lieu>().Where(l => lot.Contains(l.Id)).ToListAsync(annulation))
            {
                lieu.Retenu = Retenue.MotifDe(lieu);
                lieu.Empreinte = LectureLieu.Empreinte(lieu);
                lieu.ModifieLe = maintenant;
            }

            await db.SaveChangesAsync(annulation);
            db.ChangeTracker.Clear();
        }

        db.Journaliser(new EntreeJournal("retenue", "cartographie.Lieu", Version, null, JsonSerializer.Serialize(new { retenus, rendus })));
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        await transaction.CommitAsync(annulation);
        return (retenus, rendus);
    }
}
