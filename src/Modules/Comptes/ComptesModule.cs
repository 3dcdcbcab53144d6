using FaireAvec.Comptes.Commandes;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.PremiersPas;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Authentication;
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
    public IReadOnlyList<string> Routes => ["connexion", "deconnexion", "espace", "mon-compte", "comptes", "organisations", "administration", "demo", "invitation"];

    /// <inheritdoc/>
    public int Rang => 30;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDesComptes.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Mon espace", LiensComptes.Espace, DroitRequis.Connecte, 0),
        new("Membres", LiensMembres.Membres, DroitsDesComptes.LireLesMembres, 21),
        new("Équipes", LiensMembres.Equipes, DroitsDesComptes.GererLesEquipes, 22),
        new("Organisations", LiensComptes.Organisations, DroitsDesComptes.LireLesOrganisations, 20),
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Ouverture>();
        services.AddScoped<INomsDesComptes, NomsDesComptes>();
        services.AddOrganisations();
        services.AddMembres();
        services.AddInvitations();
        services.AddConditions();
        services.AddPremiersPas();
        services.AddAuthentication(AuthentificationDeSession.Schema).AddScheme<AuthenticationSchemeOptions, AuthentificationDeSession>(AuthentificationDeSession.Schema, _ => { });
    }

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ComptesModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages
        .Droit("Comptes", "/Droits", DroitRequis.Public)
        .Droit("Comptes", "/Deconnexion", DroitRequis.Public)
        .Professionnelles("Comptes", "/Espace", DroitRequis.Connecte)
        .PagesDesOrganisations()
        .PagesDesMembres()
        .PagesDesInvitations();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ConnexionDeDemonstration.Map(endpoints);

    /// <inheritdoc/>
    public void ConfigureCommandes(IRegistreDeCommandes commandes) => OrganisationsCommandes.Ajouter(commandes);

    /// <inheritdoc/>
    public IReadOnlyList<TachePlanifiee> Taches => [new("comptes.inactivite", "0 15 3 * * ?", typeof(SuivreLesInactifs))];

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

    private static bool EstUneDemonstration(IServiceProvider services) => services.GetRequiredService<Base>().Options.Embarque && services.GetRequiredService<IConfiguration>()["Demonstration"] != "false";
}
