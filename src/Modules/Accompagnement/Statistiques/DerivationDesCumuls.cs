using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>
/// Derives again the months whose acts changed, and forgets the changes, in one transaction at one moment: a page sees all of it or nothing. An act that is being
/// changed at that moment is never waited for, nor made to wait long: the round is given up and begun again.
/// </summary>
internal sealed class DerivationDesCumuls(EnSysteme systeme, TimeProvider horloge)
{
    // Months of one round: a correction never waits for more than that.
    private const int MoisParTour = 40;
    private const int Essais = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Until nothing is left. Returns how many months were derived.</summary>
    public async Task<int> FaireAsync(CancellationToken annulation)
    {
        var (faits, essais) = (0, 0);
        while (true)
        {
            try
            {
                var tour = await systeme.FaireAsync(ChiffresDActivite.Role, (_, db) => TourAsync(db, annulation), annulation);
                (faits, essais) = (faits + tour, 0);
                if (tour == 0)
                {
                    return faits;
                }
            }
            catch (Exception e) when (essais < Essais && EstUnCroisement(e))
            {
                essais++;
                await Task.Delay(Pause, horloge, annulation);
            }
        }
    }

    /// <summary>Derives these months whatever is known of changes, after a bulk load or a difference.</summary>
    public Task RefaireAsync(IReadOnlyCollection<(string Departement, DateOnly Mois)> mois, CancellationToken annulation) =>
        systeme.FaireAsync(ChiffresDActivite.Role, async (_, db) =>
        {
            foreach (var (departement, premier) in mois)
            {
                await DeriverAsync(db, departement, premier, annulation);
            }

            return 0;
        }, annulation);

    private async Task<int> TourAsync(FaireAvecDb db, CancellationToken annulation)
    {
        await ChiffresDActivite.InstantUniqueAsync(db, annulation);
        var changes = await db.Database.SqlQuery<Change>($"SELECT activite, departement, mois FROM accompagnement.mois_a_deriver()").ToListAsync(annulation);
        if (changes.Count == 0)
        {
            return 0;
        }

        var (mois, activites) = Choisir(changes);
        await db.Database.ExecuteSqlAsync($"SELECT FROM accompagnement.mouvements WHERE activite = ANY ({activites}) FOR UPDATE NOWAIT", annulation);
        foreach (var (departement, premier) in mois)
        {
            await DeriverAsync(db, departement, premier, annulation);
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM accompagnement.mouvements WHERE activite = ANY ({activites})", annulation);
        return mois.Count;
    }

    /// <summary>Whole months, with all that changed in them: an act that moved from one to another brings both.</summary>
    internal static (IReadOnlyCollection<(string Departement, DateOnly Mois)> Mois, Guid[] Activites) Choisir(IReadOnlyCollection<Change> changes)
    {
        var parMois = changes.ToLookup(c => (c.Departement, c.Mois));
        var parActivite = changes.ToLookup(c => c.Activite);
        var choisis = new HashSet<(string, DateOnly)>();
        var aVoir = new Queue<(string, DateOnly)>(parMois.Take(MoisParTour).Select(m => m.Key));
        while (aVoir.TryDequeue(out var mois))
        {
            if (choisis.Add(mois))
            {
                foreach (var autre in parMois[mois].SelectMany(c => parActivite[c.Activite]))
                {
                    aVoir.Enqueue((autre.Departement, autre.Mois));
                }
            }
        }

        return (choisis, [.. choisis.SelectMany(m => parMois[m]).Select(c => c.Activite).Distinct()]);
    }

    private async Task DeriverAsync(FaireAvecDb db, string departement, DateOnly mois, CancellationToken annulation)
    {
        var bloc = await LireAsync(db, departement, mois, annulation);
        var faits = EcritureDeBloc.Ecrire(bloc);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accompagnement.cumuls_du_mois AS c (departement, mois, version, actes, faits, calcule_le) VALUES ({departement}, {mois}, 1, {bloc.Nombre}, {faits}, {horloge.GetUtcNow()})
            ON CONFLICT (departement, mois) DO UPDATE SET version = c.version + 1, actes = excluded.actes, faits = excluded.faits, calcule_le = excluded.calcule_le
            """, annulation);
    }

    /// <summary>The acts of a month as they are.</summary>
    internal static async Task<BlocDeFaits> LireAsync(FaireAvecDb db, string departement, DateOnly mois, CancellationToken annulation)
    {
        var (personnes, actes) = LectureDesFaits.Demande(null, null, departement, mois, mois.AddMonths(1).AddDays(-1));
        await using var lot = ChiffresDActivite.Commandes(db, personnes, actes);
        await using var lecteur = await lot.ExecuteReaderAsync(annulation);
        return await LectureDesFaits.LireAsync(lecteur, annulation);
    }

    // Somebody is changing one of these acts, or did since the moment that is read.
    private static bool EstUnCroisement(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    internal sealed record Change(Guid Activite, string Departement, DateOnly Mois);
}
