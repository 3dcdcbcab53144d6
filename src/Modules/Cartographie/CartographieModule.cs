using System.Globalization;
using System.Security.Cryptography;
using FaireAvec.Cartographie.Api;
using FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;
using FaireAvec.Cartographie.Commandes;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Integration;
using FaireAvec.Cartographie.Jobs;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.NosLieux;
using FaireAvec.Cartographie.Publication;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Web;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie;

/// <summary>Places (lieux), opening hours, services, import, public search, open data.</summary>
public sealed class CartographieModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Cartographie";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes =>
    [
        "", "lieux", "api/v1/lieux", "api/v1/lieux.geojson", "api/v1/lieux.csv", "signalements", "publications", "exactitude",
        "donnees", "verifier-un-fichier", "integrer", "nos-lieux",
    ];

    /// <inheritdoc/>
    public int Rang => 20;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDesLieux.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Nos lieux", LiensDonnees.NosLieux, DroitsDesLieux.TenirNosLieux, 19, GroupeDeMenu.Organisation),
        new("Données des lieux", "/donnees", DroitsDesLieux.GererLesDonnees, 50, GroupeDeMenu.Organisation),
        new("Signalements", LiensDonnees.Signalements, DroitsDesLieux.GererLesDonnees, 51, GroupeDeMenu.Organisation),
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CatalogueLieux>();
        services.AddSingleton<LectureCriteres>();
        services.AddSingleton<RechercheIntegree>();
        services.AddScoped<ImportLieux>();
        services.AddScoped<RetenuesDesLieuxCharges>();
        services.AddRevueDesLieux();
        services.AddSourcesDesLieux(configuration);
        services.AddSingleton(_ => SchemaDesLieux.Charger(Preparation.DossierDonneesLivrees(configuration)));
        services.AddSingleton<ValidationDesLieux>();
        services.AddSingleton<FichiersDePublication>();
        services.AddScoped<Publieur>();
        services.AddSingleton<IPlanDuSite, PlanDesLieux>();
        services.AddSingleton<IPlanDuSite>(new PagesAnnoncees(Liens.Publications, Liens.Integrer, LiensDonnees.Verifier));
        services.AddSingleton<Contracts.Cartographie.ILieuxParTerritoire, LieuxParTerritoire>();
        services.AddSingleton<Contracts.Cartographie.ISourcesDesLieux, SourcesDesLieux>();
        services.AddSingleton<Contracts.Cartographie.INomsDesLieux, NomsDesLieux>();
        services.AddSingleton<Contracts.Cartographie.ITableaux, Lecture.Tableaux>();
        services.AddSingleton<Contracts.Cartographie.ILieuxQuiPeuventRecevoir, LieuxQuiPeuventRecevoir>();
        services.AddSingleton<Contracts.Cartographie.IJoursFeries, Horaires.Calendrier.JoursFeriesDeFrance>();
        services.AddScoped<AuteursDesChangements>();
        services.AddScoped<LieuxDeLOrganisation>();
        services.AddScoped<Contracts.Accompagnement.IChosesATraiter, ChosesDesLieux>();
        services.AddScoped<IPurge, PurgeDesSignalements>();
        services.AddHostedService<VeilleDesLieux>();
    }

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(CartographieModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages
        .Droit("Cartographie", "/Accueil", DroitRequis.Public)
        .Droit("Cartographie", "/Lieux", DroitRequis.Public)
        .Droit("Cartographie", "/Integrer", DroitRequis.Public)
        .Droit("Cartographie", "/Publications", DroitRequis.Public)
        .Droit("Cartographie", "/Exactitude", DroitRequis.Public)
        .Droit("Cartographie", "/VerifierUnFichier", DroitRequis.Public)
        .Professionnelles("Cartographie", "/NosLieux", DroitsDesLieux.TenirNosLieux)
        .PourLesGestionnaires("/Donnees")
        .PourLesGestionnaires("/Signalements");

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        LieuxApi.Map(endpoints);
        LieuxEnPhrasesApi.Map(endpoints);
        GeojsonApi.Map(endpoints);
        CsvApi.Map(endpoints);
    }

    /// <inheritdoc/>
    public void ConfigureCommandes(IRegistreDeCommandes commandes)
    {
        LieuxCommandes.Ajouter(commandes);
        HorairesCommandes.Ajouter(commandes);
        SourcesCommandes.Ajouter(commandes);
        PublicationCommandes.Ajouter(commandes);
        NormeCommandes.Ajouter(commandes);
        TelephonesCommandes.Ajouter(commandes);
        CorrespondreCommande.Ajouter(commandes);
        RapprochementCommandes.Ajouter(commandes);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TachePlanifiee> Taches =>
    [
        new("cartographie.arrets", "0 1 0 * * ?", typeof(PasserLesArrets)),
        new("cartographie.moisson", "0 0 1 * * ?", typeof(MoissonnerLesSources)),
        new("cartographie.regroupement", "0 0 4 * * ?", typeof(RegrouperLesLieux)),
        new("cartographie.publication", "0 15 4 * * ?", typeof(PublierLesLieux)),
        new("cartographie.menage", "0 45 4 * * ?", typeof(MenageDesLieux)),
        new("cartographie.rappels", "0 0 9 1 * ?", typeof(RappelerLesProducteurs)),
    ];

    /// <inheritdoc/>
    public async Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation)
    {
        if (await services.ChargerSiChangeAsync("lieux.retenues", RetenuesDesLieuxCharges.Version, annulation))
        {
            await services.GetRequiredService<RetenuesDesLieuxCharges>().AppliquerAsync(annulation);
            await services.NoterChargeAsync("lieux.retenues", RetenuesDesLieuxCharges.Version, annulation);
        }

        var fichier = Path.Combine(dossierDonnees, "lieux", "lieux.csv.gz");
        await using var flux = File.OpenRead(fichier);
        var empreinte = Convert.ToHexStringLower(await SHA256.HashDataAsync(flux, annulation));
        if (!await services.ChargerSiChangeAsync("lieux", empreinte, annulation))
        {
            return;
        }

        var etat = services.GetRequiredService<EtatDemarrage>();
        etat.Raconter("Chargement des lieux");
        var quarts = 0;
        void Avancer(double part)
        {
            for (; part * 4 > quarts + 1 && quarts < 3; quarts++)
            {
                etat.Raconter($"Chargement des lieux : {(quarts + 1) * 25} %");
            }
        }

        await services.GetRequiredService<RegistreDesSources>().AmorcerAsync(annulation);
        var bilan = await services.GetRequiredService<ImportLieux>().ImporterAsync(fichier, complet: false, _ => { }, Avancer, annulation);
        etat.Raconter(string.Create(CultureInfo.GetCultureInfo("fr"), $"Lieux chargés : {bilan.Lus:N0}"));
        await services.NoterChargeAsync("lieux", empreinte, annulation);
    }

    /// <inheritdoc/>
    public Task PreparerAsync(IServiceProvider services, CancellationToken annulation) => services.GetRequiredService<CatalogueLieux>().RechargerAsync(annulation);
}
