using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>Registration of reminders and calendars: services, rights of the folder, jobs.</summary>
internal static class CalendriersExtensions
{
    public static IReadOnlyList<TachePlanifiee> Taches { get; } =
    [
        new(EnvoyerLesRappels.Nom, "0 0/5 * * * ?", typeof(EnvoyerLesRappels)),
        new(LireLesCalendriers.Nom, "30 0/15 * * * ?", typeof(LireLesCalendriers)),
    ];

    public static IServiceCollection AddCalendriers(this IServiceCollection services)
    {
        services.AddScoped<EnvoiDeRappels>();
        services.AddScoped<IPurge, PurgeDesRappels>();
        services.AddScoped<FluxDesAgendas>();
        services.AddScoped<CalendriersExternes>();
        services.AddSingleton<RecuperationDeCalendrier>();
        services.AddScoped<IDonneesDePersonne, DonneesDesCalendriers>();
        return services;
    }

    public static PageConventionCollection PagesDesCalendriers(this PageConventionCollection pages) =>
        pages.Professionnelles("Accompagnement", "/Calendriers", DroitsDeLAccompagnement.TenirSesCalendriers).Droit("Accompagnement", "/Flux", DroitRequis.Public);
}
