using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Observation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Comptes.Clients;

/// <summary>Every ten seconds, and once at the stop: what was counted goes to the database.</summary>
internal sealed class ComptageDesUsages(UsagesDesClients usages, EtatDemarrage demarrage, TimeProvider horloge, ILogger<ComptageDesUsages> journal) : BackgroundService
{
    private static readonly TimeSpan Pas = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (demarrage.Pret)
        {
            await EcrireAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await demarrage.PretAsync(stoppingToken))
        {
            return;
        }

        using var rythme = new PeriodicTimer(Pas, horloge);
        try
        {
            while (await rythme.WaitForNextTickAsync(stoppingToken))
            {
                await EcrireAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last count is written by the stop.
        }
    }

    private async Task EcrireAsync(CancellationToken annulation)
    {
        try
        {
            await usages.EcrireAsync(annulation);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            journal.LogWarning("The use of the API's clients waits for the database: {Message}", SansDonnees.Resumer(e));
        }
    }
}
