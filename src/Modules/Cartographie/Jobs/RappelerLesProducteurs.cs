using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>Each month: asks the producers whether their places are still exact.</summary>
internal sealed class RappelerLesProducteurs(IServiceScopeFactory portees) : Tache(portees)
{
    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        services.GetRequiredService<ExactitudeDesSources>().RappelerAsync(annulation);
}
