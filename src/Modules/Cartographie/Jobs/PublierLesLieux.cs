using FaireAvec.Cartographie.Publication;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>Each night, after the grouping: publishes the open data of the day.</summary>
internal sealed class PublierLesLieux(IServiceScopeFactory portees) : Tache(portees)
{
    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        services.GetRequiredService<Publieur>().PublierAsync(annulation);
}
