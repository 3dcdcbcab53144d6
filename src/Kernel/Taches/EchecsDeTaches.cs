using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Observation;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Keeps the jobs whose tries are exhausted, for an operator.</summary>
internal sealed class EchecsDeTaches(Base donnees, TimeProvider horloge, ILogger<EchecsDeTaches> journal) : ITriggerListener
{
    public string Name => "faireavec-echecs";

    public async ValueTask TriggerRetriesExhausted(ITrigger trigger, IJobExecutionContext context, JobExecutionException jobException, CancellationToken cancellationToken = default)
    {
        // The scheduler wraps what the job threw, twice.
        Exception cause = jobException;
        while (cause is SchedulerException { InnerException: { } dedans })
        {
            cause = dedans;
        }

        journal.LogError(cause, "Job {Tache} failed after its last try", context.JobDetail.Key.Name);
        await using var commande = donnees.Application.CreateCommand("INSERT INTO noyau.taches_echouees (id, tache, instant, essais, erreur) VALUES ($1, $2, $3, $4, $5)");
        commande.Parameters.AddWithValue(Identifiants.Nouveau(horloge));
        commande.Parameters.AddWithValue(context.JobDetail.Key.Name);
        commande.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
        commande.Parameters.AddWithValue(context.RefireCount + 1);
        commande.Parameters.AddWithValue(SansDonnees.Resumer(cause));
        await commande.ExecuteNonQueryAsync(cancellationToken);
    }
}
