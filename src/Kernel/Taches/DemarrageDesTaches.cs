using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Starts the scheduler once the database is ready (its tables come with the migrations) and stops it with the product.</summary>
internal sealed class DemarrageDesTaches(Planificateur planificateur, EtatDemarrage demarrage, IConfiguration configuration, TimeProvider horloge, ILogger<DemarrageDesTaches> journal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Taches:Actives"] == "false" || !await demarrage.PretAsync(stoppingToken))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await planificateur.DemarrerAsync(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (SchedulerException e) when (BaseAbsente(e))
            {
                // Once started the scheduler waits for the database by itself; until then it gives up, and the whole product would with it.
                journal.LogWarning("The scheduler waits for the database: {Message}", e.GetBaseException().Message);
                await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await planificateur.ArreterAsync();
    }

    // Not an error of SQL: the schema would then be wrong, and waiting would not mend it.
    private static bool BaseAbsente(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is NpgsqlException { IsTransient: true } or IOException or System.Net.Sockets.SocketException or TimeoutException or PostgresException { SqlState: ['5', '7', 'P', ..] })
            {
                return true;
            }
        }

        return false;
    }
}
