using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Starts the scheduler once the database is ready (its tables come with the migrations) and stops it with the product.</summary>
internal sealed class DemarrageDesTaches(ISchedulerFactory fabrique, EtatDemarrage demarrage, IConfiguration configuration) : BackgroundService
{
    private static readonly TimeSpan FinDesTaches = TimeSpan.FromMilliseconds(500);

    private IScheduler? _planificateur;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Taches:Actives"] == "false")
        {
            return;
        }

        if (!await demarrage.PretAsync(stoppingToken))
        {
            return;
        }

        _planificateur = await fabrique.GetScheduler(stoppingToken);
        await _planificateur.Start(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_planificateur is null)
        {
            return;
        }

        // A job that is nearly done ends; cut in its last steps, it would be tried again by another node though its work is done.
        try
        {
            await _planificateur.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask().WaitAsync(FinDesTaches, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // It is cut with the services that it uses, and tried again.
        }
    }
}
