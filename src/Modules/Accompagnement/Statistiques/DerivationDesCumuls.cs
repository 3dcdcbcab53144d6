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

    /// <summary>
    /// Every month that waits, once: what changes again meanwhile waits for the next time. Going on until nothing is left would never end where people write all day.
    /// Returns how many months were derived.
    /// </summary>
    public async Task<int> FaireAsync(CancellationToken annulation)
    {
        var faits = new HashSet<(string, DateOnly)>();
        int avant;
        do
        {
            avant = faits.Count;
            faits.UnionWith(await SansCroisementAsync((_, db) => TourAsync(db, faits, annulation), annulation));
        }
        while (faits.Count > avant);
        return faits.Count;
    }

    /// <summary>Derives these months whatever is known of changes, after a bulk load or a difference.</summary>
    public Task RefaireAsync(IReadOnlyCollection<(string Departement, DateOnly Mois)> mois, CancellationToken annulation) => SansCroisementAsync(
        async (_, db) =>
        {
            await ChiffresDActivite.InstantUniqueAsync(db, annulation);
            var changes = await ChangesAsync(db, annulation);
            var (voisins, activites) = Choisir(changes, [.. mois]);
            await DeriverAsync(db, [.. voisins.Union(mois)], activites, annulation);
            return voisins;
        },
        annulation);

    // Begun again when somebody changes one of these acts meanwhile, some times.
    private async Task<T> SansCroisementAsync<T>(Func<IServiceProvider, FaireAvecDb, Task<T>> action, CancellationToken annulation)
    {
        for (var essai = 0; ; essai++)
        {
            try
            {
                return await systeme.FaireAsync(ChiffresDActivite.Role, action, annulation);
            }
            catch (Exception e) when (essai < Essais && EstUnCroisement(e))
            {
                await Task.Delay(Pause, horloge, annulation);
            }
        }
    }

    private async Task<IReadOnlyCollection<(string, DateOnly)>> TourAsync(FaireAvecDb db, HashSet<(string, DateOnly)> faits, CancellationToken annulation)
    {
        await ChiffresDActivite.InstantUniqueAsync(db, annulation);
        var changes = await ChangesAsync(db, annulation);
        var (mois, activites) = Choisir(changes, [.. changes.Select(c => (c.Departement, c.Mois)).Distinct().Except(faits).Take(MoisParTour)]);
        await DeriverAsync(db, mois, activites, annulation);
        return mois;
    }

    private static Task<List<Change>> ChangesAsync(FaireAvecDb db, CancellationToken annulation) =>
        db.Database.SqlQuery<Change>($"SELECT activite, departement, mois FROM accompagnement.mois_a_deriver()").ToListAsync(annulation);

    // These months, and what changed in them with them: all of it at one moment.
    private async Task DeriverAsync(FaireAvecDb db, IReadOnlyCollection<(string Departement, DateOnly Mois)> mois, Guid[] activites, CancellationToken annulation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM accompagnement.mouvements WHERE activite = ANY ({activites}) FOR UPDATE NOWAIT", annulation);
        foreach (var (departement, premier) in mois)
        {
            await DeriverAsync(db, departement, premier, annulation);
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM accompagnement.mouvements WHERE activite = ANY ({activites})", annulation);
    }

    /// <summary>Whole months, with all that changed in them: an act that moved from one to another brings both.</summary>
    internal static (IReadOnlyCollection<(string Departement, DateOnly Mois)> Mois, Guid[] Activites) Choisir(IReadOnlyCollection<Change> changes, IReadOnlyCollection<(string Departement, DateOnly Mois)> voulus)
    {
        var parMois = changes.ToLookup(c => (c.Departement, c.Mois));
        var parActivite = changes.ToLookup(c => c.Activite);
        var choisis = new HashSet<(string, DateOnly)>();
        var aVoir = new Queue<(string, DateOnly)>(voulus);
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
        var (organisations, equipes) = (bloc.LesOrganisations.ToArray(), bloc.LesEquipes.SelectMany(e => e).Distinct().ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accompagnement.cumuls_du_mois AS c (departement, mois, version, actes, faits, calcule_le, organisations, equipes) VALUES ({departement}, {mois}, 1, {bloc.Nombre}, {faits}, {horloge.GetUtcNow()}, {organisations}, {equipes})
            ON CONFLICT (departement, mois) DO UPDATE SET version = c.version + 1, actes = excluded.actes, faits = excluded.faits, calcule_le = excluded.calcule_le, organisations = excluded.organisations, equipes = excluded.equipes
            """, annulation);
    }

    /// <summary>The acts of a month as they are.</summary>
    internal static async Task<BlocDeFaits> LireAsync(FaireAvecDb db, string departement, DateOnly mois, CancellationToken annulation)
    {
        var (personnes, actes) = LectureDesFaits.Demande(null, departement, mois, mois.AddMonths(1).AddDays(-1));
        await using var lot = ChiffresDActivite.Commandes(db, personnes, actes);
        await using var lecteur = await lot.ExecuteReaderAsync(annulation);
        return await LectureDesFaits.LireAsync(lecteur, annulation);
    }

    // Somebody is changing one of these acts, or did since the moment that is read.
    private static bool EstUnCroisement(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    internal sealed record Change(Guid Activite, string Departement, DateOnly Mois);
}
