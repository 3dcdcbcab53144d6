using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Demarrage;

/// <summary>
/// Each night: removes events delivered to all their handlers, failures, the log of mail and the counts of browsers' reports, after delays that are dated data.
/// A delivery still to do is never removed, whatever its age. An event's id is the key of idempotence of its deliveries: both go together, so nothing
/// can be delivered again once its key is gone.
/// </summary>
internal sealed class Menage(IServiceScopeFactory portees) : Tache(portees)
{
    /// <summary>Dated parameter: days for which a delivered event is kept.</summary>
    public const string Evenements = "noyau.evenements_jours";

    /// <summary>Dated parameter: days for which a delivery given up, or a failed job, is kept.</summary>
    public const string Echecs = "noyau.echecs_jours";

    /// <summary>Dated parameter: days for which the log of mail is kept.</summary>
    public const string Courriels = "noyau.courriels_jours";

    /// <summary>Dated parameter: days for which the counts of browsers' reports are kept.</summary>
    public const string RapportsCsp = "noyau.rapports_csp_jours";

    // Short transactions: the outbox goes on being written and delivered meanwhile.
    private const int Lot = 5000;

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (livres, echoues) = (await LimiteAsync(db, Evenements, maintenant, annulation), await LimiteAsync(db, Echecs, maintenant, annulation));
        var evenements = await ParLotsAsync(() => db.Database.ExecuteSqlAsync($"""
            DELETE FROM noyau.evenements WHERE id IN (
                SELECT e.id FROM noyau.evenements e
                WHERE e.instant < {livres} AND NOT EXISTS (
                    SELECT 1 FROM noyau.livraisons l WHERE l.evenement = e.id AND CASE
                        WHEN l.livree_le IS NOT NULL THEN l.livree_le >= {livres}
                        WHEN l.morte_le IS NOT NULL THEN l.morte_le >= {echoues}
                        ELSE true END)
                LIMIT {Lot})
            """, annulation));
        var taches = await ParLotsAsync(() => db.Database.ExecuteSqlAsync($"""
            DELETE FROM noyau.taches_echouees WHERE id IN (SELECT id FROM noyau.taches_echouees WHERE coalesce(relancee_le, instant) < {echoues} LIMIT {Lot})
            """, annulation));
        var anciens = await LimiteAsync(db, Courriels, maintenant, annulation);
        var courriels = await ParLotsAsync(() => db.Database.ExecuteSqlAsync($"DELETE FROM noyau.courriels WHERE id IN (SELECT id FROM noyau.courriels WHERE instant < {anciens} LIMIT {Lot})", annulation));
        var rapports = DateOnly.FromDateTime((await LimiteAsync(db, RapportsCsp, maintenant, annulation)).UtcDateTime);
        await db.Database.ExecuteSqlAsync($"DELETE FROM noyau.rapports_csp WHERE jour < {rapports}", annulation);
        if (evenements + taches + courriels > 0)
        {
            db.Journaliser(new EntreeJournal("purge", "noyau.Menage", maintenant.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Apres: $$"""{"evenements":{{evenements}},"taches_echouees":{{taches}},"courriels":{{courriels}}}"""));
            await db.SaveChangesAsync(annulation);
        }
    }

    private static async Task<DateTimeOffset> LimiteAsync(FaireAvecDb db, string cle, DateTimeOffset maintenant, CancellationToken annulation) =>
        await db.ParametreAsync(cle, DateOnly.FromDateTime(maintenant.UtcDateTime), annulation) is { } jours
            ? maintenant.AddDays(-jours)
            : throw new InvalidOperationException($"The dated parameter {cle} has no value today.");

    private static async Task<int> ParLotsAsync(Func<Task<int>> effacer)
    {
        var (total, nombre) = (0, 0);
        do
        {
            nombre = await effacer();
            total += nombre;
        }
        while (nombre == Lot);

        return total;
    }
}
