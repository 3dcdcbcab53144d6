using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>
/// Each night: fetches every active source that has an address and a nightly schedule. One that fails doesn't stop the others; run twice, the second
/// run finds files that haven't changed.
/// </summary>
internal sealed class MoissonnerLesSources(IServiceScopeFactory portees) : Tache(portees)
{
    private readonly IServiceScopeFactory _portees = portees;

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var sources = await services.GetRequiredService<FaireAvecDb>().Set<Source>().AsNoTracking().OrderBy(s => s.Code).ToListAsync(annulation);
        var journal = services.GetRequiredService<ILogger<MoissonnerLesSources>>();
        var (ecriture, pannes) = (services.GetRequiredService<ContexteEcriture>(), new List<Exception>());
        foreach (var source in sources.Where(s => s.EstMoissonneeChaqueNuit))
        {
            try
            {
                // A scope for each: what one leaves behind doesn't weigh on the next.
                await using var portee = _portees.CreateAsyncScope();
                var sienne = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
                (sienne.Acteur, sienne.Processus) = (ecriture.Acteur, ecriture.Processus);
                portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:taches";
                await portee.ServiceProvider.GetRequiredService<Moissonneur>().MoissonnerAsync(source.Code, new DemandeDeMoisson(), annulation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                journal.LogError(e, "The harvest of source {Source} failed", source.Code);
                pannes.Add(e);
            }
        }

        if (pannes.Count > 0)
        {
            // Told to the scheduler once all were tried: it tries again, and those that went well have nothing to do.
            throw new AggregateException(pannes);
        }
    }
}
