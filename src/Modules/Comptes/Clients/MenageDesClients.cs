using System.Globalization;
using FaireAvec.Comptes.Membres;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Clients;

/// <summary>Each night: tokens that are over, counts older than <see cref="UsagesJours"/>, deliveries that ended more than <see cref="LivraisonsJours"/> ago go; secrets that nobody used for as long as suspends an account end.</summary>
internal sealed class MenageDesClients(IServiceScopeFactory portees) : Tache(portees)
{
    /// <summary>Dated parameter: days for which the use of a client is kept.</summary>
    public const string UsagesJours = "comptes.usages_jours";

    /// <summary>Dated parameter: days for which a delivery of a webhook is kept.</summary>
    public const string LivraisonsJours = "comptes.livraisons_jours";

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var jour = JourDeParis.De(maintenant);
        await db.Database.ExecuteSqlAsync($"DELETE FROM comptes.jetons_api WHERE expire_le < {maintenant}", annulation);
        var limite = jour.AddDays(-await JoursAsync(db, UsagesJours, jour, annulation));
        await db.Database.ExecuteSqlAsync($"DELETE FROM comptes.usages_de_client WHERE jour < {limite}", annulation);
        var livraisons = maintenant.AddDays(-await JoursAsync(db, LivraisonsJours, jour, annulation));
        await db.Database.ExecuteSqlAsync($"DELETE FROM comptes.livraisons_de_webhook WHERE cree_le < {livraisons} AND prochain_essai IS NULL", annulation);
        // The rule of inactivity is for all: a system that asks nothing for a year is let in no more, until somebody gives it another secret.
        var inactifs = maintenant.AddMonths(-await JoursAsync(db, SuivreLesInactifs.MoisSuspension, jour, annulation));
        var clients = await db.Database.SqlQuery<Guid>($"SELECT c AS \"Value\" FROM comptes.finir_les_secrets_inutilises({inactifs}, {maintenant}) c").ToListAsync(annulation);
        if (clients.Count > 0)
        {
            db.Journaliser(new EntreeJournal("inactivite", "comptes.ClientApi", maintenant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Apres: $$"""{"secrets":{{clients.Count}},"clients":{{clients.Distinct().Count()}}}"""));
            await db.SaveChangesAsync(annulation);
        }
    }

    private static async Task<int> JoursAsync(FaireAvecDb db, string cle, DateOnly jour, CancellationToken annulation) =>
        (int)(await db.ParametreAsync(cle, jour, annulation) ?? throw new InvalidOperationException($"The dated parameter {cle} has no value today."));
}
