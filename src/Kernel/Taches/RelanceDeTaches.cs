using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Puts a failed job back: a node runs it at once, or at its next start when none is up.</summary>
public sealed class RelanceDeTaches(Base donnees, TimeProvider horloge)
{
    /// <summary>The name of the job, or null when no failed job waits under this id. Throws <see cref="Postgres.ErreurDeDemarrage"/> when the job no longer exists.</summary>
    public async Task<string?> RelancerAsync(Guid id, CancellationToken annulation)
    {
        await using var lecture = donnees.Application.CreateCommand("SELECT tache FROM noyau.taches_echouees WHERE id = $1 AND relancee_le IS NULL");
        lecture.Parameters.AddWithValue(id);
        if (await lecture.ExecuteScalarAsync(annulation) is not string nom)
        {
            return null;
        }

        if (!await LancerAsync(nom, annulation))
        {
            throw new Postgres.ErreurDeDemarrage($"La tâche « {nom} » n’existe plus dans cette version : elle ne peut pas être relancée.");
        }

        await using var marque = donnees.Application.CreateCommand("UPDATE noyau.taches_echouees SET relancee_le = $2 WHERE tache = $1 AND relancee_le IS NULL");
        marque.Parameters.AddWithValue(nom);
        marque.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
        await marque.ExecuteNonQueryAsync(annulation);
        return nom;
    }

    /// <summary>Runs a job now, beside its hours. False when no node knows it.</summary>
    public async Task<bool> LancerAsync(string nom, CancellationToken annulation)
    {
        // Never started: it only writes the firing that the nodes will see.
        await using var services = new ServiceCollection().AddLogging().AddSingleton(horloge).AddQuartz(q => q.MagasinPartage(donnees)).BuildServiceProvider();
        var planificateur = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(annulation);
        var connue = await planificateur.Exists(new JobKey(nom), annulation);
        if (connue)
        {
            await planificateur.TriggerJob(new JobKey(nom), annulation);
        }

        await planificateur.Shutdown(waitForJobsToComplete: false, annulation);
        return connue;
    }
}
