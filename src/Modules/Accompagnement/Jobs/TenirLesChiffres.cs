using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Every few seconds: derives the months whose acts changed.</summary>
internal sealed class TenirLesChiffres(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.chiffres";

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) => services.GetRequiredService<DerivationDesCumuls>().FaireAsync(annulation);
}

/// <summary>Every night: counts everything again and tells any difference.</summary>
internal sealed class RecompterLesChiffres(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.recompte";

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) => services.GetRequiredService<RecompteDesCumuls>().FaireAsync(annulation);
}
