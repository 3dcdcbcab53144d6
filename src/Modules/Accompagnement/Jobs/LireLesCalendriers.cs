using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Every quarter of an hour: reads the calendars that are due, a few at a time, those that have waited longest first. What isn't done in time waits for the next pass.</summary>
internal sealed class LireLesCalendriers(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.calendriers";

    private const int ALaFois = 4;
    private const int ParPassage = 2000;

    private static readonly TimeSpan DureeMax = TimeSpan.FromMinutes(12);

    private readonly IServiceScopeFactory _portees = portees;

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) => FaireAsync(services, _portees, annulation);

    internal static async Task FaireAsync(IServiceProvider services, IServiceScopeFactory portees, CancellationToken annulation)
    {
        var (db, maintenant, depart) = (services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), TimeProvider.System.GetTimestamp());
        var dus = await db.Set<CalendrierExterne>().Where(c => c.ProchaineLecture <= maintenant).OrderBy(c => c.ProchaineLecture).Take(ParPassage).Select(c => c.Id).ToListAsync(annulation);
        var (ecriture, acces) = (services.GetRequiredService<ContexteEcriture>(), services.GetRequiredService<ContexteAcces>());
        await Parallel.ForEachAsync(dus, new ParallelOptions { MaxDegreeOfParallelism = ALaFois, CancellationToken = annulation }, async (id, jeton) =>
        {
            if (TimeProvider.System.GetElapsedTime(depart) > DureeMax)
            {
                return;
            }

            // A scope for each: they are read at the same time.
            await using var portee = portees.CreateAsyncScope();
            var la = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
            (la.Acteur, la.Processus) = (ecriture.Acteur, ecriture.Processus);
            portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = acces.Role;
            try
            {
                await portee.ServiceProvider.GetRequiredService<CalendriersExternes>().RelireSiDuAsync(id, jeton);
            }
            catch (Exception e) when (e is DbUpdateException or Npgsql.NpgsqlException)
            {
                // Removed meanwhile, most often: the others go on.
                services.GetRequiredService<ILogger<LireLesCalendriers>>().LogWarning("A calendar couldn't be noted: {Type}", e.GetType().Name);
            }
        });
    }
}
