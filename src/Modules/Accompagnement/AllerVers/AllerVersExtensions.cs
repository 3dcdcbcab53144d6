using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>Registration of what is done outside the place: services, rights of the folder.</summary>
internal static class AllerVersExtensions
{
    public static IServiceCollection AddAllerVers(this IServiceCollection services)
    {
        services.AddScoped<ActionsDAllerVers>();
        services.AddScoped<PartenairesQuiOrientent>();
        services.AddScoped<ConfigurationsDAllerVers>();
        return services;
    }

    public static PageConventionCollection PagesDeLAllerVers(this PageConventionCollection pages) =>
        pages.Professionnelles("Accompagnement", "/AllerVers", DroitsDeLAccompagnement.NoterDeLAllerVers);
}
