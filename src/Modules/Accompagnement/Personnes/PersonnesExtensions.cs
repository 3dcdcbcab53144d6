using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>Registration of people helped: services, rights of the folders.</summary>
internal static class PersonnesExtensions
{
    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(FinirLesSuivis.Nom, "0 50 3 * * ?", typeof(FinirLesSuivis))];

    public static IServiceCollection AddPersonnes(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ClesDesPersonnes>();
        services.AddSingleton<PassesDeCarte>();
        services.AddScoped<EnSysteme>();
        services.AddScoped<CartesDesPersonnes>();
        services.AddScoped<SuiviDesPersonnes>();
        services.AddScoped<FusionsDePersonnes>();
        services.AddScoped<DoublonsDePersonnes>();
        services.AddScoped<ActesDesPersonnes>();
        services.AddScoped<IDonneesDePersonne, DonneesDesPersonnes>();
        services.AddScoped<IPurge, PurgeDesPersonnes>();
        return services;
    }

    public static PageConventionCollection PagesDesPersonnes(this PageConventionCollection pages) => pages
        .Professionnelles("Accompagnement", "/Personnes", DroitsDeLAccompagnement.SuivreDesPersonnes)
        .Droit("Accompagnement", "/MaCarte", DroitRequis.Public);
}
