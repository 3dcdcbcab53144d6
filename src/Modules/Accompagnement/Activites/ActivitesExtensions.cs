using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Registration of the acts: services, rights of the folders.</summary>
internal static class ActivitesExtensions
{
    public static IServiceCollection AddActivites(this IServiceCollection services)
    {
        services.AddSingleton<ReperesDesLieux>();
        services.AddScoped<JourDuMediateur>();
        services.AddScoped<EnregistrerActivite>();
        services.AddScoped<CorrigerActivite>();
        services.AddScoped<AuNomDeLAuteur>();
        services.AddScoped<HistoireDActivite>();
        services.AddScoped<Brouillons>();
        services.AddScoped<Modeles>();
        services.AddScoped<Habitudes>();
        services.AddScoped<MesureDeSaisie>();
        services.AddScoped<PersonnesAuChoix>();
        services.AddScoped<AppellationsDesPersonnes>();
        services.AddScoped<IPurge, PurgeDesBrouillons>();
        services.AddScoped<IPurge, PurgeDesTempsDeSaisie>();
        services.AddScoped<IDonneesDePersonne, DonneesDuTravail>();
        services.AddScoped<Equipes.ActiviteDesEquipes>();
        return services;
    }

    public static PageConventionCollection PagesDesActivites(this PageConventionCollection pages) => pages
        .Professionnelles("Accompagnement", "/Ecrire", DroitsDeLAccompagnement.EcrireDesActivites)
        .Professionnelles("Accompagnement", "/Lire", DroitsDeLAccompagnement.EcrireDesActivites)
        .Professionnelles("Accompagnement", "/Aujourdhui", DroitsDeLAccompagnement.EcrireDesActivites)
        .Professionnelles("Accompagnement", "/Equipe", DroitsDeLAccompagnement.LireLesActivitesDeLEquipe);
}
