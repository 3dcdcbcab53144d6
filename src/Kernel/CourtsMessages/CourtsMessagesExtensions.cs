using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>Registration of short messages.</summary>
internal static class CourtsMessagesExtensions
{
    public static IServiceCollection AddCourtsMessages(this IServiceCollection services)
    {
        services.AddSingleton<EmpreintesDeNumeros>();
        services.AddSingleton(s => new Desinscriptions(s.GetRequiredService<Base>(), s.GetRequiredService<EmpreintesDeNumeros>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new RetoursDeCourtsMessages(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<Base>(), s.GetRequiredService<Desinscriptions>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DepotDeFichiers>();
        services.AddSingleton<PasserelleHttp>();
        services.AddSingleton<ICourtsMessages, CourtsMessagesNotes>();
        services.AddScoped<IPurge, PurgeDesCourtsMessages>();
        services.AddScoped<IPurge, PurgeDesDesinscriptions>();
        return services;
    }
}
