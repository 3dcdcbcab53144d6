using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Starts the scheduler once the database is ready (its tables come with the migrations) and stops it with the product.</summary>
internal sealed class DemarrageDesTaches(ISchedulerFactory fabrique, EtatDemarrage demarrage, IConfiguration configuration) : BackgroundService
{
    private IScheduler? _planificateur;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Taches:Actives"] == "false")
        {
            return;
        }

        await demarrage.PretAsync(stoppingToken);
        _planificateur = await fabrique.GetScheduler(stoppingToken);
        await _planificateur.Start(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_planificateur is not null)
        {
            await _planificateur.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
        }
    }
}
