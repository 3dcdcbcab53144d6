using FaireAvec.Comptes.Droits;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Membres;

/// <summary>Registration of members and teams: services, rights of the folders.</summary>
internal static class MembresExtensions
{
    public static IServiceCollection AddMembres(this IServiceCollection services)
    {
        services.AddScoped<ListeDesMembres>();
        services.AddScoped<AccesAuxEquipes>();
        services.AddScoped<GestionDesRoles>();
        services.AddScoped<GestionDesEquipes>();
        services.AddScoped<QuiPouvait>();
        services.AddScoped<IGensDesOrganisations, GensDesOrganisations>();
        services.AddScoped<Annuaire.AnnuaireDesMediateurs>();
        services.AddScoped<IEquipes, EquipesDeQuiDemande>();
        services.AddScoped<IChosesATraiter, ChosesDesMembres>();
        services.AddSingleton<RetablissementDeCompte>();
        services.AddSingleton<IEmplois, EmploisEnMemoire>();
        services.AddGestionnaire<InactiviteAAnnoncer, AnnoncerLInactivite>();
        return services;
    }

    public static PageConventionCollection PagesDesMembres(this PageConventionCollection pages) => pages
        .Professionnelles("Comptes", "/Annuaire", DroitsDesComptes.LireLAnnuaire)
        .Professionnelles("Comptes", "/Membres/Lire", DroitsDesComptes.LireLesMembres)
        .Professionnelles("Comptes", "/Membres/Inviter", DroitsDesComptes.Inviter)
        .Professionnelles("Comptes", "/Membres/Retirer", DroitsDesComptes.RetirerUnMembre)
        .Professionnelles("Comptes", "/Membres/Depanner", DroitsDesComptes.DepannerUnMembre)
        .Professionnelles("Comptes", "/Membres/Equipes", DroitsDesComptes.GererLesEquipes);
}
