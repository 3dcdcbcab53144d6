using FaireAvec.Comptes.Droits;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Organisations;

/// <summary>Registration of the organisations: services, rights of the folders.</summary>
internal static class OrganisationsExtensions
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton<CommunesDesOrganisations>();
        services.AddScoped<AccesAuxOrganisations>();
        services.AddScoped<ILieuxDesOrganisations, LieuxDesOrganisations>();
        services.AddScoped<RegistreDesOrganisations>();
        services.AddScoped<ReunionDOrganisations>();
        services.AddScoped<FermetureDOrganisation>();
        services.AddScoped<ImportDOrganisations>();
        return services;
    }

    public static PageConventionCollection PagesDesOrganisations(this PageConventionCollection pages) => pages
        .Professionnelles("Comptes", "/Organisations/Lire", DroitsDesComptes.LireLesOrganisations)
        .Professionnelles("Comptes", "/Organisations/Creer", DroitsDesComptes.CreerUneOrganisation)
        .Professionnelles("Comptes", "/Organisations/Modifier", DroitsDesComptes.ModifierUneOrganisation)
        .Professionnelles("Comptes", "/Organisations/Fermer", DroitsDesComptes.FermerUneOrganisation)
        .Professionnelles("Comptes", "/Organisations/Reunir", DroitsDesComptes.FusionnerDesOrganisations);
}
