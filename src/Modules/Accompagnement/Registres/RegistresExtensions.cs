using FaireAvec.Kernel.Purges;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Registres;

/// <summary>Registration of registers of attendance: services, rights of the folders.</summary>
internal static class RegistresExtensions
{
    public static IServiceCollection AddRegistres(this IServiceCollection services)
    {
        services.AddSingleton<ClesDesSignatures>();
        services.AddScoped<RegistresDAteliers>();
        services.AddScoped<IPurge, PurgeDesSignatures>();
        return services;
    }

    // Who signs may read another language than who works.
    public static PageConventionCollection PagesDesRegistres(this PageConventionCollection pages) => pages
        .Professionnelles("Accompagnement", "/Registres", DroitsDeLAccompagnement.TenirDesRegistres)
        .Professionnelles("Accompagnement", "/Emargement", DroitsDeLAccompagnement.TenirDesRegistres, enFrancais: false);
}
