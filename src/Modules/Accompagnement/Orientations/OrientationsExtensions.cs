using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Registration of orientations: addresses, services, rights of the folders, job, menu.</summary>
internal static class OrientationsExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["orienter", "orientations", "orientation", "parcours-usager"];

    public static IReadOnlyList<EntreeDeMenu> Menu { get; } =
    [
        new("Orientations", LiensDesOrientations.Liste, DroitsDeLAccompagnement.OrienterDesPersonnes, 4, GroupeDeMenu.Accompagner),
        new("Ce que nous recevons", LiensDesOrientations.Reception, DroitsDeLAccompagnement.DireCeQuonRecoit, 21, GroupeDeMenu.Organisation),
        new("Chiffres des orientations", LiensDesOrientations.Chiffres, DroitsDeLAccompagnement.LireLesChiffresDOrientation, 22, GroupeDeMenu.Equipe),
    ];

    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(RendreLesOrientations.Nom, "0 20 4 * * ?", typeof(RendreLesOrientations))];

    public static IServiceCollection AddOrientations(this IServiceCollection services)
    {
        services.AddScoped<ReceveursPossibles>();
        services.AddScoped<EnvoyerUneOrientation>();
        services.AddScoped<SuiteDesOrientations>();
        services.AddScoped<LiensSignes>();
        services.AddScoped<MessagesDOrientation>();
        services.AddScoped<PrevenirLeReceveur>();
        services.AddScoped<AuNomDUnProfessionnel>();
        services.AddScoped<IPurge, PurgeDesOrientations>();
        return services;
    }

    public static PageConventionCollection PagesDesOrientations(this PageConventionCollection pages)
    {
        // Links of 256 random bits aren't guessed; whoever tries is slowed down all the same.
        pages.AddAreaFolderApplicationModelConvention("Accompagnement", "/OrientationRecue", m => m.EndpointMetadata.Add(new EnableRateLimitingAttribute("connexion")));
        return pages
            .Professionnelles("Accompagnement", "/Orienter", DroitsDeLAccompagnement.OrienterDesPersonnes)
            .Professionnelles("Accompagnement", "/CeQueNousRecevons", DroitsDeLAccompagnement.DireCeQuonRecoit)
            .Professionnelles("Accompagnement", "/ChiffresDOrientation", DroitsDeLAccompagnement.LireLesChiffresDOrientation)
            .Droit("Accompagnement", "/OrientationRecue", DroitRequis.Public)
            .Droit("Accompagnement", "/ParcoursUsager", DroitRequis.Public);
    }
}
