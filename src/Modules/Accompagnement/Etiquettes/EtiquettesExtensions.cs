using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Etiquettes;

/// <summary>Registration of labels: services, right of the folder.</summary>
internal static class EtiquettesExtensions
{
    public static IServiceCollection AddEtiquettes(this IServiceCollection services)
    {
        services.AddScoped<CarnetDEtiquettes>();
        services.AddScoped<EtiquettesPermises>();
        return services;
    }

    public static PageConventionCollection PagesDesEtiquettes(this PageConventionCollection pages) =>
        pages.Professionnelles("Accompagnement", "/Etiquettes", DroitsDeLAccompagnement.TenirDesEtiquettes);
}
