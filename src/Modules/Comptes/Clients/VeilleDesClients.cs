using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Observation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Comptes.Clients;

/// <summary>Hears that a client was changed or revoked, on whatever node, and forgets it here.</summary>
internal sealed class VeilleDesClients(Base donnees, EtatDemarrage demarrage, ClientsEnMemoire clients, TimeProvider horloge, ILogger<VeilleDesClients> journal) : BackgroundService
{
    /// <summary>Channel of the notifications, written by the triggers of the tables.</summary>
    public const string Canal = "comptes_clients";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await demarrage.PretAsync(stoppingToken))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var ecoute = await donnees.Application.OpenConnectionAsync(stoppingToken);
                ecoute.Notification += (_, n) =>
                {
                    if (Guid.TryParse(n.Payload, out var client))
                    {
                        clients.Oublier(client);
                    }
                    else
                    {
                        clients.Oublier();
                    }
                };
                await using (var commande = new NpgsqlCommand($"LISTEN {Canal}", ecoute))
                {
                    await commande.ExecuteNonQueryAsync(stoppingToken);
                }

                // A change may have been missed while nobody listened.
                clients.Oublier();
                while (true)
                {
                    await ecoute.WaitAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException)
            {
                journal.LogWarning("The watch of the clients waits for the database: {Message}", SansDonnees.Resumer(e));
                await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
