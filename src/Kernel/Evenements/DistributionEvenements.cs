using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Observation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Kernel.Evenements;

/// <summary>
/// Delivers the outbox: one delivery = one handler, in a transaction that also marks it done. Several nodes share the work by SKIP LOCKED.
/// A failure is tried again after 10 s, 1 min, 5 min, 30 min, 2 h, 8 h, then goes to the dead letters, where an operator sees it.
/// </summary>
internal sealed class DistributionEvenements(Base donnees, Demarrage.EtatDemarrage demarrage, RegistreEvenements registre, IServiceScopeFactory portees, TimeProvider horloge, ILogger<DistributionEvenements> journal) : BackgroundService
{
    internal static readonly TimeSpan[] Delais = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8)];

    private static readonly TimeSpan Veille = TimeSpan.FromSeconds(5);

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
                await using (var commande = new NpgsqlCommand("LISTEN faireavec_evenements", ecoute))
                {
                    await commande.ExecuteNonQueryAsync(stoppingToken);
                }

                while (true)
                {
                    while (await LivrerUneAsync(stoppingToken))
                    {
                    }

                    await ecoute.WaitAsync(Veille, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException)
            {
                journal.LogWarning("The outbox waits for the database: {Message}", SansDonnees.Resumer(e));
                await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken);
            }
        }
    }

    /// <summary>Delivers the oldest delivery that is due. False when there is none.</summary>
    internal async Task<bool> LivrerUneAsync(CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var acces = portee.ServiceProvider.GetRequiredService<ContexteAcces>();
        acces.Role = "systeme:evenements";
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var maintenant = horloge.GetUtcNow();
        var due = await db.Database.SqlQuery<Livraison>($"""
            SELECT l.evenement, l.gestionnaire, l.essais, e.nom, e.charge::text AS charge, e.instant
            FROM noyau.livraisons l JOIN noyau.evenements e ON e.id = l.evenement
            WHERE l.livree_le IS NULL AND l.morte_le IS NULL AND l.prochain_essai <= {maintenant}
            ORDER BY l.prochain_essai, l.evenement LIMIT 1 FOR UPDATE OF l SKIP LOCKED
            """).ToListAsync(annulation);
        if (due is not [var livraison])
        {
            return false;
        }

        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Acteur = "systeme:evenements";
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Processus = $"evenement:{livraison.Nom}";
        await transaction.CreateSavepointAsync("avant", annulation);
        try
        {
            var abonnement = registre.Trouver(livraison.Nom, livraison.Gestionnaire)
                ?? throw new InvalidOperationException($"No handler {livraison.Gestionnaire} for {livraison.Nom} in this version.");
            await abonnement.Traiter(portee.ServiceProvider, livraison.Charge, new ContexteEvenement(livraison.Evenement, livraison.Instant), annulation);
            await db.Database.ExecuteSqlAsync($"UPDATE noyau.livraisons SET livree_le = {maintenant}, essais = essais + 1, erreur = NULL WHERE evenement = {livraison.Evenement} AND gestionnaire = {livraison.Gestionnaire}", annulation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !annulation.IsCancellationRequested)
        {
            // The handler's own writes are undone; only the account of the failure stays.
            await transaction.RollbackToSavepointAsync("avant", annulation);
            var morte = livraison.Essais >= Delais.Length;
            journal.LogError(e, "Delivery of {Evenement} to {Gestionnaire} failed (try {Essai})", livraison.Nom, livraison.Gestionnaire, livraison.Essais + 1);
            var prochain = maintenant + Delais[Math.Min(livraison.Essais, Delais.Length - 1)];
            var erreur = SansDonnees.Resumer(e);
            await db.Database.ExecuteSqlAsync($"UPDATE noyau.livraisons SET essais = essais + 1, prochain_essai = {prochain}, erreur = {erreur}, morte_le = {(morte ? maintenant : null)} WHERE evenement = {livraison.Evenement} AND gestionnaire = {livraison.Gestionnaire}", annulation);
        }

        await transaction.CommitAsync(annulation);
        return true;
    }

    private sealed record Livraison(Guid Evenement, string Gestionnaire, int Essais, string Nom, string Charge, DateTimeOffset Instant);
}
