using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>Registration of imports of acts: addresses, services, rights of the folder, job.</summary>
internal static class ImportsExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["importer"];

    public static IReadOnlyList<EntreeDeMenu> Menu { get; } = [new("Importer", LiensDesImports.Importer, DroitsDeLAccompagnement.EcrireDesActivites, 16, GroupeDeMenu.Accompagner)];

    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(ReprendreLesImports.Nom, "0 0/2 * * * ?", typeof(ReprendreLesImports))];

    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<TravauxDesImports>();
        services.AddHostedService(s => s.GetRequiredService<TravauxDesImports>());
        services.AddScoped<ContenuDImport>();
        services.AddScoped<DepotDImport>();
        services.AddScoped<AnalyseDImport>();
        services.AddScoped<EcritureDImport>();
        services.AddScoped<AnnulationDImport>();
        services.AddScoped<ImportsDuMediateur>();
        services.AddScoped<EcartsDUnImport>();
        services.AddScoped<IPurge, PurgeDesImports>();
        services.AddScoped<IDonneesDePersonne, DonneesDesImports>();
        return services;
    }

    public static PageConventionCollection PagesDesImports(this PageConventionCollection pages) =>
        pages.Professionnelles("Accompagnement", "/Importer", DroitsDeLAccompagnement.EcrireDesActivites);
}
