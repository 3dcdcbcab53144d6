using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Registration of this folder.</summary>
internal static class SourcesExtensions
{
    public static void AddSourcesDesLieux(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(OptionsDeRecuperation.De(configuration));
        services.AddSingleton<RecuperationDeFichier>();
        services.AddSingleton<AlerteDeSource>();
        services.AddSingleton<OutilsDeLecture>();
        services.AddScoped<LectureDeSource>();
        services.AddScoped<RegistreDesSources>();
        services.AddScoped<Moissonneur>();
        services.AddScoped<AnnulationDImport>();
        services.AddScoped<CorrectionsDesLieux>();
        services.AddScoped<SaisieDesLieux>();
        services.AddScoped<DecisionsDeRapprochement>();
        services.AddScoped<ArretsDesLieux>();
        services.AddSingleton<MoteurDeRapprochement>();
        services.AddSingleton<ComparaisonDesFiches>();
        services.AddScoped<Regroupement>();
        services.AddSingleton<JetonDExactitude>();
        services.AddScoped<ExactitudeDesSources>();
    }
}
