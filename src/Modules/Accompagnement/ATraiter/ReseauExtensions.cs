using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>Registration of what is to be done and of mentors: services, rights of the folders.</summary>
internal static class ReseauExtensions
{
    public static IServiceCollection AddReseau(this IServiceCollection services)
    {
        services.AddScoped<ListeATraiter>();
        services.AddScoped<MentoratsDesEquipes>();
        services.AddScoped<IChosesATraiter, ChosesDuMediateur>();
        services.AddScoped<IChosesATraiter, ChosesDeLaCoordination>();
        services.AddScoped<IDonneesDePersonne, DonneesDuReseau>();
        services.AddScoped<IPurge, PurgeDesRemises>();
        services.AddScoped<IPurge, PurgeDesMentorats>();
        return services;
    }

    public static PageConventionCollection PagesDuReseau(this PageConventionCollection pages) => pages
        .Professionnelles("Accompagnement", "/ATraiter", DroitsDeLAccompagnement.LireCeQuiEstATraiter)
        .Professionnelles("Accompagnement", "/Mentorat/Mien", DroitsDeLAccompagnement.VivreUnMentorat)
        .Professionnelles("Accompagnement", "/Mentorat/Equipe", DroitsDeLAccompagnement.DeclarerUnMentorat);
}
