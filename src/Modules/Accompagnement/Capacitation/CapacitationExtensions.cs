using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Web;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Registration of savoir-faire, paths and figures: addresses, services, rights of the folders, job, menu.</summary>
internal static class CapacitationExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["savoir-faire", "capacitation", "api/v1/savoir-faire", "api/v1/savoir-faire.csv"];

    public static IReadOnlyList<EntreeDeMenu> Menu { get; } =
    [
        new("Prendre des nouvelles", LiensCapacitation.Suivis, DroitsDeLAccompagnement.SuivreDesPersonnes, 12, GroupeDeMenu.Accompagner),
        new("Capacitation", LiensCapacitation.Capacitation, DroitsDeLAccompagnement.LireLaCapacitation, 13, GroupeDeMenu.Equipe),
    ];

    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(TenirLesParcours.Nom, "0 40 4 * * ?", typeof(TenirLesParcours))];

    public static IServiceCollection AddCapacitation(this IServiceCollection services)
    {
        services.AddSingleton<IPlanDuSite>(new PagesAnnoncees(LiensCapacitation.SavoirFaire));
        services.AddSingleton<CatalogueLivre>();
        services.AddScoped<ParcoursDesPersonnes>();
        services.AddScoped<LectureDesIndicateurs>();
        services.AddScoped<Reperes>();
        services.AddScoped<IDonneesDePersonne, DonneesDeCapacitation>();
        services.AddScoped<IPurge, PurgeDesSignaux>();
        return services;
    }

    public static PageConventionCollection PagesDeCapacitation(this PageConventionCollection pages) => pages
        .Droit("Accompagnement", "/SavoirFairePublics", DroitRequis.Public)
        .Professionnelles("Accompagnement", "/ParcoursDUnePersonne", DroitsDeLAccompagnement.SuivreDesPersonnes)
        .Professionnelles("Accompagnement", "/SuivisAFaire", DroitsDeLAccompagnement.SuivreDesPersonnes)
        .Professionnelles("Accompagnement", "/ChiffresDeCapacitation", DroitsDeLAccompagnement.LireLaCapacitation);
}
