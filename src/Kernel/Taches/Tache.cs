using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>
/// A job. Runs once across all nodes; never twice at the same time. A failure is tried again with a growing delay (30 s, 1 min, 2 min, 4 min, 8 min);
/// after the last try it is written in the dead letters that « faireavec taches echecs » lists.
/// </summary>
[DisallowConcurrentExecution]
public abstract class Tache(IServiceScopeFactory portees) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await ExecuterAsync(context.JobDetail.Key.Name, cancellationToken);

    /// <summary>The work in its scope, under the name of the job.</summary>
    internal async Task ExecuterAsync(string nom, CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:taches", $"tache:{nom}");
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:taches";
        await ExecuterAsync(portee.ServiceProvider, annulation);
    }

    /// <summary>The work, with the services of one scope in the system context "systeme:taches".</summary>
    protected abstract Task ExecuterAsync(IServiceProvider services, CancellationToken annulation);
}
