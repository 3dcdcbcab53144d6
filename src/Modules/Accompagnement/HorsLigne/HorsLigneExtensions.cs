using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>Registration of work without network: addresses, services, rights of the folders.</summary>
internal static class HorsLigneExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["hors-ligne", "service.js", "manifeste.webmanifest"];

    public static IServiceCollection AddHorsLigne(this IServiceCollection services)
    {
        services.AddSingleton<VersionHorsLigne>();
        services.AddSingleton<ClesDesEnvois>();
        services.AddScoped<AppareilsDuMediateur>();
        services.AddScoped<ReceptionDesEnvois>();
        services.AddScoped<EcritureDesEnvois>();
        services.AddScoped<EnvoisARevoir>();
        services.AddScoped<PreparationDuLot>();
        services.AddScoped<IDonneesDePersonne, DonneesHorsLigne>();
        services.AddScoped<IPurge, PurgeDesEnvois>();
        services.AddScoped<IPurge, PurgeDesAppareils>();
        return services;
    }

    // The shell says nothing of anybody: a device keeps it, and opens it without network.
    public static PageConventionCollection PagesHorsLigne(this PageConventionCollection pages)
    {
        pages.AddAreaFolderApplicationModelConvention("Accompagnement", "/Coquille", modele => modele.Filters.Add(new EnFrancais()));
        return pages
            .Professionnelles("Accompagnement", "/HorsLigne", DroitsDeLAccompagnement.EcrireDesActivites)
            .Droit("Accompagnement", "/Coquille", DroitRequis.Public);
    }
}
