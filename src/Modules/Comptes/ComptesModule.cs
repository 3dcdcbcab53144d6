using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Exploitation;
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
    public IReadOnlyList<string> Routes => ["connexion", "deconnexion", "espace", "mon-compte", "comptes", "organisations", "administration", "demo", "api/v1/jetons", "api/v1/moi", "api/v1/webhooks"];

    /// <inheritdoc/>
    public int Rang => 30;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDesComptes.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Mon espace", LiensComptes.Espace, DroitRequis.Connecte, 0),
        new("Accès des logiciels", LiensDAdministration.Clients, DroitsDesComptes.GererLesClients, 80),
        new("Plateforme", LiensDAdministration.Plateforme, DroitsDesComptes.LireLaPlateforme, 90),
        new("Journal", LiensDAdministration.Journal, DroitsDesComptes.LireLeJournal, 95),
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Ouverture>();
        services.AddScoped<INomsDesComptes, NomsDesComptes>();
        services.AddClientsDeLApi();
        services.AddWebhooks();
        services.AddExploitation();
    }

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ComptesModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages
        .Droit("Comptes", "/Droits", DroitRequis.Public)
        .Droit("Comptes", "/Deconnexion", DroitRequis.Public)
        .Professionnelles("Comptes", "/Espace", DroitRequis.Connecte)
        .PagesDesClients()
        .PagesDAdministration();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ConnexionDeDemonstration.Map(endpoints);
        JetonsApi.Map(endpoints);
        MoiApi.Map(endpoints);
        WebhooksApi.Map(endpoints);
    }

    /// <inheritdoc/>
    public void ConfigureCommandes(IRegistreDeCommandes commandes) => ClientsCommandes.Ajouter(commandes);

    /// <inheritdoc/>
    public IReadOnlyList<TachePlanifiee> Taches => [new("comptes.clients", "0 20 4 * * ?", typeof(MenageDesClients))];

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
