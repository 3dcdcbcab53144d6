using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>Each night, after the harvest: says which source records are one place. The same records and decisions give the same groups.</summary>
internal sealed class RegrouperLesLieux(IServiceScopeFactory portees) : Tache(portees)
{
    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        services.GetRequiredService<Regroupement>().RegrouperAsync(annulation);
}
