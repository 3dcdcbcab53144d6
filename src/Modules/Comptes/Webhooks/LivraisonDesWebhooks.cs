using System.Collections.Concurrent;
using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Observation;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>
/// Sends what is due. Nodes share the work by leases: a delivery is taken for two minutes, sent outside of any transaction, then its result is written;
/// a node that dies in between lets it be sent again. A slow receiver holds back nobody else: a few deliveries at a time for each, and nobody waits for the end
/// of another's.
/// </summary>
internal sealed class LivraisonDesWebhooks(Base donnees, EtatDemarrage demarrage, EvenementsConnus evenements, EnvoiDeWebhook envoi, SecretsDeWebhook secrets, IServiceScopeFactory portees, TimeProvider horloge, ILogger<LivraisonDesWebhooks> journal) : BackgroundService
{
    /// <summary>Dated parameter: days of failures after which a webhook is stopped.</summary>
    public const string JoursDEchec = "comptes.webhooks_jours_d_echec";

    public const string Canal = "comptes_webhooks";

    /// <summary>What is said of a delivery that wasn't sent because its client isn't let in any more.</summary>
    internal const string AccesRetire = "L’accès a été retiré, ou l’organisation a fermé : rien n’a été envoyé.";

    private const int ALaFois = 8;
    private const int ParWebhook = 4;

    // Webhooks that are being sent to at a time, on one node.
    private const int WebhooksALaFois = 64;

    private static readonly TimeSpan Bail = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Veille = TimeSpan.FromSeconds(5);

    // Meanwhile: the next deliveries of a webhook leave when those that are on their way have arrived.
    private static readonly TimeSpan VeilleEnCours = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<Guid, Task> _enCours = new();

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
                var relire = true;
                ecoute.Notification += (_, n) => relire |= n.Payload == "attendus";
                await using (var commande = new NpgsqlCommand($"LISTEN {Canal}", ecoute))
                {
                    await commande.ExecuteNonQueryAsync(stoppingToken);
                }

                while (true)
                {
                    if (relire)
                    {
                        relire = false;
                        await evenements.LireAsync(donnees.Application, stoppingToken);
                    }

                    while ((await PartirAsync(stoppingToken)).Count > 0)
                    {
                    }

                    await ecoute.WaitAsync(_enCours.IsEmpty ? Veille : VeilleEnCours, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException or DbUpdateException)
            {
                journal.LogWarning("The webhooks wait for the database: {Message}", SansDonnees.Resumer(e));
                await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes and sends some of what is due, to the end. The number of deliveries tried.</summary>
    internal async Task<int> LivrerAsync(CancellationToken annulation)
    {
        var prises = await PartirAsync(annulation);
        await Task.WhenAll(prises.Select(p => p.Webhook).Distinct().Select(w => _enCours.GetValueOrDefault(w, Task.CompletedTask)));
        return prises.Count;
    }

    // Takes some of what is due, and lets it go: a webhook whose last deliveries aren't over waits for its turn, the others don't wait for it.
    private async Task<List<Prise>> PartirAsync(CancellationToken annulation)
    {
        Guid[] occupes = [.. _enCours.Keys];
        if (occupes.Length >= WebhooksALaFois)
        {
            return [];
        }

        List<Prise> prises;
        await using (var portee = Portee())
        {
            var (db, maintenant) = (portee.ServiceProvider.GetRequiredService<FaireAvecDb>(), horloge.GetUtcNow());
            var fin = maintenant + Bail;
            // An access that was taken back, or whose organisation closed, is told nothing more, be it of what was already in the queue.
            await db.Database.ExecuteSqlAsync($"""
                UPDATE comptes.livraisons_de_webhook SET prochain_essai = NULL, erreur = {AccesRetire}
                WHERE prochain_essai <= {maintenant} AND webhook IN (SELECT id FROM comptes.webhooks WHERE NOT comptes.client_ecoute(client))
                """, annulation);
            prises = await db.Database.SqlQuery<Prise>($"""
                UPDATE comptes.livraisons_de_webhook l SET prochain_essai = {fin}, essais = l.essais + 1
                FROM (
                    SELECT d.id, w.url, w.secret, CASE WHEN w.ancien_jusqu_a > {maintenant} THEN w.ancien_secret END AS ancien_secret FROM comptes.webhooks w CROSS JOIN LATERAL (
                        SELECT x.id FROM comptes.livraisons_de_webhook x WHERE x.webhook = w.id AND x.prochain_essai <= {maintenant}
                        ORDER BY x.prochain_essai LIMIT {ParWebhook} FOR UPDATE SKIP LOCKED) d
                    WHERE w.etat = 'Actif' AND w.id <> ALL ({occupes}) AND comptes.client_ecoute(w.client) LIMIT {ALaFois}) p
                WHERE l.id = p.id RETURNING l.id, l.webhook, l.nom, l.corps, l.essais, p.url, p.secret, p.ancien_secret AS "AncienSecret"
                """).ToListAsync(annulation);
        }

        foreach (var duWebhook in prises.GroupBy(p => p.Webhook))
        {
            var envois = Task.WhenAll(duWebhook.Select(p => EnvoyerAsync(p, annulation)));
            _enCours[duWebhook.Key] = envois;
            _ = FinirAsync(duWebhook.Key, envois);
        }

        return prises;
    }

    // What couldn't be written is sent again at the end of its lease.
    private async Task FinirAsync(Guid webhook, Task envois)
    {
        try
        {
            await envois;
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            journal.LogWarning("What became of deliveries isn't written, they will be made again: {Message}", SansDonnees.Resumer(e));
        }
        finally
        {
            _enCours.TryRemove(webhook, out _);
        }
    }

    private async Task EnvoyerAsync(Prise prise, CancellationToken annulation)
    {
        var resultat = await envoi.EnvoyerAsync(prise.Url, [secrets.Ouvrir(prise.Secret), .. (prise.AncienSecret is { } ancien ? [secrets.Ouvrir(ancien)] : Array.Empty<string>())], prise.Id, prise.Nom, prise.Corps, annulation);
        await using var portee = Portee();
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var maintenant = horloge.GetUtcNow();
        var recue = resultat.Issue == IssueDeLivraison.Recue ? maintenant : (DateTimeOffset?)null;
        var prochain = resultat.Issue == IssueDeLivraison.Ratee ? EssaisDeLivraison.Prochain(prise.Essais, maintenant) : null;
        await db.Database.ExecuteSqlAsync($"UPDATE comptes.livraisons_de_webhook SET prochain_essai = {prochain}, recue_le = {recue}, statut = {resultat.Statut}, erreur = {resultat.Erreur}, duree_ms = {resultat.DureeMs} WHERE id = {prise.Id}", annulation);
        // Its row is only touched when its state changes: thousands of deliveries that go well write nothing here.
        var webhook = await db.Set<Webhook>().FromSql($"SELECT * FROM comptes.webhooks WHERE id = {prise.Webhook} AND ({recue == null} OR en_echec_depuis IS NOT NULL) FOR UPDATE").SingleOrDefaultAsync(annulation);
        if (webhook is not null)
        {
            var jours = await db.ParametreAsync(JoursDEchec, JourDeParis.De(maintenant), annulation) ?? throw new InvalidOperationException($"The dated parameter {JoursDEchec} has no value today.");
            if (webhook.Noter(resultat.Issue, maintenant, jours))
            {
                db.Publier(new WebhookDesactive(webhook.Id, webhook.Client, maintenant));
            }

            await db.SaveChangesAsync(annulation);
        }

        await transaction.CommitAsync(annulation);
    }

    private AsyncServiceScope Portee()
    {
        var portee = portees.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:webhooks";
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:webhooks", "webhooks");
        return portee;
    }

    private sealed record Prise(Guid Id, Guid Webhook, string Nom, string Corps, int Essais, string Url, string Secret, string? AncienSecret);
}
