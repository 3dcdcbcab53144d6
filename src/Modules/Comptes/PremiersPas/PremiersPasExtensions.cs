using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.PremiersPas;

/// <summary>Registration of the first steps. Another part of the module adds its own by <c>AddScoped&lt;IPremierPas, …&gt;()</c>, and its words.</summary>
internal static class PremiersPasExtensions
{
    public static IServiceCollection AddPremiersPas(this IServiceCollection services)
    {
        services.AddScoped<ListeDesPremiersPas>();
        services.AddSingleton<IPremierPas, ChoisirUneCle>();
        services.AddSingleton<IPremierPas, VerifierSonNom>();
        services.AddSingleton<IPremierPas, RattacherUnLieu>();
        services.AddSingleton<IPremierPas, InviterUnCollegue>();
        services.AddSingleton<IPremierPas, ComposerSonEquipe>();
        services.AddSingleton<IPremierPas, LireSesDroits>();
        return services;
    }
}
