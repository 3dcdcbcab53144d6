using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Puts a failed job back: a node runs it at once, or at its next start when none is up.</summary>
public sealed class RelanceDeTaches
{
    private readonly Base _donnees;
    private readonly TimeProvider _horloge;
    private readonly Planificateur? _ici;

    /// <param name="donnees">The database.</param>
    /// <param name="horloge">The clock.</param>
    /// <param name="ici">The scheduler of this node, or null in a command, which runs none.</param>
    internal RelanceDeTaches(Base donnees, TimeProvider horloge, Planificateur? ici) => (_donnees, _horloge, _ici) = (donnees, horloge, ici);

    /// <summary>The name of the job, or null when no failed job waits under this id. Throws <see cref="Postgres.ErreurDeDemarrage"/> when the job no longer exists.</summary>
    public async Task<string?> RelancerAsync(Guid id, CancellationToken annulation)
    {
        await using var lecture = _donnees.Application.CreateCommand("SELECT tache FROM noyau.taches_echouees WHERE id = $1 AND relancee_le IS NULL");
        lecture.Parameters.AddWithValue(id);
        if (await lecture.ExecuteScalarAsync(annulation) is not string nom)
        {
            return null;
        }

        if (!await LancerAsync(nom, annulation))
        {
            throw new Postgres.ErreurDeDemarrage($"La tâche « {nom} » n’existe plus dans cette version : elle ne peut pas être relancée.");
        }

        await using var marque = _donnees.Application.CreateCommand("UPDATE noyau.taches_echouees SET relancee_le = $2 WHERE tache = $1 AND relancee_le IS NULL");
        marque.Parameters.AddWithValue(nom);
        marque.Parameters.AddWithValue(_horloge.GetUtcNow().UtcDateTime);
        await marque.ExecuteNonQueryAsync(annulation);
        return nom;
    }

    /// <summary>Runs a job now, beside its hours. False when no node knows it.</summary>
    public async Task<bool> LancerAsync(string nom, CancellationToken annulation)
    {
        // Asked here, the scheduler of this node wakes; another one would only see the firing when it next looks, up to half a minute later.
        if (_ici is { Demarre.IsCompletedSuccessfully: true })
        {
            return await LancerAsync(await _ici.Demarre, nom, annulation);
        }

        // Never started: it only writes the firing that the nodes will see.
        await using var services = new ServiceCollection().AddLogging().AddSingleton(_horloge).AddQuartz(q => q.MagasinPartage(_donnees)).BuildServiceProvider();
        var planificateur = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(annulation);
        var connue = await LancerAsync(planificateur, nom, annulation);
        await planificateur.Shutdown(waitForJobsToComplete: false, annulation);
        return connue;
    }

    private static async Task<bool> LancerAsync(IScheduler planificateur, string nom, CancellationToken annulation)
    {
        var connue = await planificateur.Exists(new JobKey(nom), annulation);
        if (connue)
        {
            await planificateur.TriggerJob(new JobKey(nom), annulation);
        }

        return connue;
    }
}
