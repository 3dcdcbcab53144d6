using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Web;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Charge;

/// <summary>Registration of what online services cost to mediation: addresses, service, right of the folder, job.</summary>
internal static class ChargeExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["charge-transferee", "api/v1/charge-transferee", "api/v1/charge-transferee.csv", "api/v1/services-en-ligne"];

    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(TenirLaCharge.Nom, "15 */2 * * * ?", typeof(TenirLaCharge))];

    public static IServiceCollection AddCharge(this IServiceCollection services) => services
        .AddSingleton<IPlanDuSite>(new PagesAnnoncees(LiensDeLaCharge.Page))
        .AddSingleton<ChiffresDeLaCharge>();

    public static PageConventionCollection PagesDeLaCharge(this PageConventionCollection pages) => pages.Droit("Accompagnement", "/ChargeTransferee", DroitRequis.Public);
}
