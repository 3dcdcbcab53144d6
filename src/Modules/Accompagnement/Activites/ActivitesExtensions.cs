using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Registration of the acts: services, rights of the folders.</summary>
internal static class ActivitesExtensions
{
    public static IServiceCollection AddActivites(this IServiceCollection services)
    {
        services.AddSingleton<ReperesDesLieux>();
        services.AddScoped<EnregistrerActivite>();
        return services;
    }
}
