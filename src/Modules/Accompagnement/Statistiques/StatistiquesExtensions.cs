using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Registration of statistics.</summary>
internal static class StatistiquesExtensions
{
    public static IReadOnlyList<TachePlanifiee> Taches { get; } =
    [
        new(TenirLesChiffres.Nom, "0/10 * * * * ?", typeof(TenirLesChiffres)),
        new(RecompterLesChiffres.Nom, "0 40 3 * * ?", typeof(RecompterLesChiffres)),
    ];

    public static IServiceCollection AddStatistiques(this IServiceCollection services)
    {
        services.AddSingleton<MemoireDesCumuls>();
        services.AddScoped<ChiffresDActivite>();
        services.AddScoped<DerivationDesCumuls>();
        services.AddScoped<RecompteDesCumuls>();
        return services;
    }
}
