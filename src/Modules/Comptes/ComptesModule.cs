using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Commandes;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Exploitation;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.PremiersPas;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes;

/// <summary>People who work, organisations, roles, rights, signing in, clients of the API, personal data.</summary>
public sealed class ComptesModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Comptes";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes =>
    [
        "connexion", "deconnexion", "espace", "mon-compte", "mes-donnees", "comptes", "organisations", "invitation", "administration", "demo", "usager", "annuaire",
        "api/v1/jetons", "api/v1/moi", "api/v1/webhooks",
    ];

    /// <inheritdoc/>
    public int Rang => 10;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDesComptes.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Mon espace", LiensComptes.Espace, DroitRequis.Connecte, 79, GroupeDeMenu.Compte),
        new("Organisations", LiensComptes.Organisations, DroitsDesComptes.LireLesOrganisations, 20, GroupeDeMenu.Organisation),
        new("Membres", LiensMembres.Membres, DroitsDesComptes.LireLesMembres, 21, GroupeDeMenu.Organisation),
        new("Équipes", LiensMembres.Equipes, DroitsDesComptes.GererLesEquipes, 22, GroupeDeMenu.Organisation),
        new("Annuaire", LiensMembres.Annuaire, DroitsDesComptes.LireLAnnuaire, 23, GroupeDeMenu.Equipe),
        new("Dépannages", LiensComptes.Depannages, DroitsDesComptes.DepannerUnMembre, 80, GroupeDeMenu.Plateforme),
        new("Mes données", LiensDonneesPersonnelles.MesDonnees, DroitRequis.Connecte, 81, GroupeDeMenu.Compte),
        new("Demandes sur les données", LiensDonneesPersonnelles.Demandes, DroitsDesComptes.TraiterLesDemandes, 82, GroupeDeMenu.Organisation),
        new("Assistance", LiensDonneesPersonnelles.Assistance, DroitsDesComptes.RegarderComme, 83, GroupeDeMenu.Plateforme),
        new("Registre et kit RGPD", LiensDonneesPersonnelles.Traitements, DroitsDesComptes.LireLeRegistre, 84, GroupeDeMenu.Organisation),
        new("Accès des logiciels", LiensDAdministration.Clients, DroitsDesComptes.GererLesClients, 90, GroupeDeMenu.Plateforme),
        new("Plateforme", LiensDAdministration.Plateforme, DroitsDesComptes.LireLaPlateforme, 91, GroupeDeMenu.Plateforme),
        new("Journal", LiensDAdministration.Journal, DroitsDesComptes.LireLeJournal, 92, GroupeDeMenu.Plateforme),
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Ouverture>();
        services.AddScoped<ISessionReservee, SessionReservee>();
        services.AddScoped<INomsDesComptes, NomsDesComptes>();
        services.AddSingleton<IDemonstration, DemonstrationEnCours>();
        services.AddConnexion();
        services.AddOidc();
        services.AddOrganisations();
        services.AddMembres();
        services.AddInvitations();
        services.AddConditions();
        services.AddPremiersPas();
        services.AddDonneesPersonnelles();
        services.AddClientsDeLApi();
        services.AddWebhooks();
        services.AddExploitation();
    }

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ComptesModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages
        .Droit("Comptes", "/Droits", DroitRequis.Public)
        .EnFrancaisSeulement("Comptes", "/Droits")
        .Droit("Comptes", "/Deconnexion", DroitRequis.Public)
        .Droit("Comptes", "/Demo", DroitRequis.Demonstration)
        .Droit("Comptes", "/Oidc", DroitRequis.Public)
        .Droit("Comptes", "/Relier", DroitRequis.Connecte)
        .Professionnelles("Comptes", "/Espace", DroitRequis.Connecte)
        .PagesDeConnexion()
        .PagesDesOrganisations()
        .PagesDesMembres()
        .PagesDesInvitations()
        .DonneesPersonnelles()
        .PagesDesClients()
        .PagesDAdministration();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        JetonsApi.Map(endpoints);
        MoiApi.Map(endpoints);
        WebhooksApi.Map(endpoints);
    }

    /// <inheritdoc/>
    public void ConfigureCommandes(IRegistreDeCommandes commandes)
    {
        ComptesCommandes.Ajouter(commandes);
        OrganisationsCommandes.Ajouter(commandes);
        ClientsCommandes.Ajouter(commandes);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TachePlanifiee> Taches =>
    [
        new("comptes.menage_connexion", "0 20 3 * * ?", typeof(MenageDeConnexion)),
        new("comptes.inactivite", "0 15 3 * * ?", typeof(SuivreLesInactifs)),
        new("comptes.clients", "0 20 4 * * ?", typeof(MenageDesClients)),
    ];

    /// <inheritdoc/>
    public async Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation)
    {
        // Invented people belong to the demonstration, never to a base where real ones will work.
        if (EstUneDemonstration(services))
        {
            await Personas.AjouterAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>(), annulation);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Annoncer(IServiceProvider services, string adresse) => EstUneDemonstration(services) && services.GetRequiredService<IConfiguration>()["Donnees:Vide"] != "true"
        ? [.. Personas.Toutes.Select(p => $"Démonstration, {p.Role.Cle()} : {adresse}/demo/connexion/{p.Role.Cle()}")]
        : [];

    private static bool EstUneDemonstration(IServiceProvider services) => services.GetRequiredService<IDemonstration>().EnCours;
}
