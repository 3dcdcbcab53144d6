using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Revue;

/// <summary>Registration of this folder.</summary>
internal static class RevueExtensions
{
    public static void AddRevueDesLieux(this IServiceCollection services)
    {
        services.AddScoped<FileDesPaires>();
        services.AddScoped<ApercuDAnnulation>();
        services.AddScoped<AccordsDHebergement>();
        services.AddSingleton<QualitesDesSources>();
        services.AddSingleton<DefautsEnCsv>();
        services.AddSingleton<TravauxDImport>();
        services.AddHostedService(s => s.GetRequiredService<TravauxDImport>());
    }
}
