using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Registration of the pages of figures, of reports and of closings.</summary>
internal static class RapportsExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["statistiques", "api/v1/statistiques"];

    public static IReadOnlyList<EntreeDeMenu> Menu { get; } =
    [
        new("Statistiques", LiensDesStatistiques.Statistiques, DroitsDeLAccompagnement.LireLesStatistiques, 7, GroupeDeMenu.Equipe),
    ];

    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(PublierLesChiffresOuverts.Nom, "0 50 4 * * ?", typeof(PublierLesChiffresOuverts))];

    public static IServiceCollection AddRapports(this IServiceCollection services)
    {
        services.AddScoped<PerimetresPermis>();
        services.AddScoped<StatistiquesDemandees>();
        services.AddScoped<RapportsGardes>();
        services.AddScoped<JetonsDeRapports>();
        services.AddScoped<CloturesDesOrganisations>();
        services.AddScoped<ChiffresOuverts>();
        services.AddScoped<IDonneesDePersonne, DonneesDesRapports>();
        services.AddScoped<IPurge, PurgeDesRapports>();
        return services;
    }

    public static PageConventionCollection PagesDesStatistiques(this PageConventionCollection pages)
    {
        // A signed link isn't guessed; whoever tries is slowed down all the same.
        pages.AddAreaFolderApplicationModelConvention("Accompagnement", "/RapportPartage", m => m.EndpointMetadata.Add(new EnableRateLimitingAttribute("connexion")));
        return pages
            .Professionnelles("Accompagnement", "/Statistiques", DroitsDeLAccompagnement.LireLesStatistiques)
            .Professionnelles("Accompagnement", "/Rapports", DroitsDeLAccompagnement.LireLesStatistiques)
            .Professionnelles("Accompagnement", "/ClotureDesStatistiques", DroitsDeLAccompagnement.CloreLesStatistiques)
            .Droit("Accompagnement", "/RapportPartage", DroitRequis.Public);
    }
}
