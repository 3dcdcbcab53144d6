using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Api;
using FaireAvec.Accompagnement.ATraiter;
using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Charge;
using FaireAvec.Accompagnement.Commandes;
using FaireAvec.Accompagnement.Demonstration;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement;

/// <summary>What those who help do, with whom and how; the people helped, at the level of identity that they choose; what they learn.</summary>
public sealed class AccompagnementModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Accompagnement";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes => ["aujourd-hui", "activites", "equipe", "aller-vers", "api/v1/activites", "api/v1/orientations", "personnes", "ma-carte", "a-traiter", "mentorat", .. CapacitationExtensions.Routes, .. OrientationsExtensions.Routes, .. AgendaExtensions.Routes, .. HorsLigneExtensions.Routes, .. ChargeExtensions.Routes, .. ImportsExtensions.Routes, .. RapportsExtensions.Routes];

    /// <inheritdoc/>
    public int Rang => 40;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDeLAccompagnement.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Aujourd’hui", LiensAccompagnement.Aujourdhui, DroitsDeLAccompagnement.EcrireDesActivites, 1, GroupeDeMenu.Accompagner),
        new("À traiter", LiensDuReseau.ATraiter, DroitsDeLAccompagnement.LireCeQuiEstATraiter, 1, GroupeDeMenu.Accompagner),
        new("Mes activités", LiensAccompagnement.Activites, DroitsDeLAccompagnement.EcrireDesActivites, 2, GroupeDeMenu.Accompagner),
        new("Personnes", LiensPersonnes.Personnes, DroitsDeLAccompagnement.SuivreDesPersonnes, 3, GroupeDeMenu.Accompagner),
        new("Mon équipe", LiensAccompagnement.Equipe, DroitsDeLAccompagnement.LireLesActivitesDeLEquipe, 5, GroupeDeMenu.Equipe),
        new("Aller vers", LiensDeLAllerVers.Liste, DroitsDeLAccompagnement.NoterDeLAllerVers, 6, GroupeDeMenu.Accompagner),
        new("Mentorat", LiensDuReseau.Mentorat, DroitsDeLAccompagnement.VivreUnMentorat, 14, GroupeDeMenu.Equipe),
        new("Sans réseau", LiensHorsLigne.Appareils, DroitsDeLAccompagnement.EcrireDesActivites, 15, GroupeDeMenu.Accompagner),
        .. AgendaExtensions.Menu,
        .. CapacitationExtensions.Menu,
        .. OrientationsExtensions.Menu,
        .. ImportsExtensions.Menu,
        .. RapportsExtensions.Menu,
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) => services.AddActivites().AddPersonnes().AddCapacitation().AddAllerVers().AddRegistres().AddEtiquettes().AddReseau().AddOrientations().AddCalendriers().AddAgenda().AddHorsLigne().AddStatistiques().AddCharge().AddImports().AddRapports();

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AccompagnementModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages.PagesDesActivites().PagesDesPersonnes().PagesDeCapacitation().PagesDeLAllerVers().PagesDesRegistres().PagesDesEtiquettes().PagesDuReseau().PagesDesOrientations().PagesDesCalendriers().PagesDeLAgenda().PagesHorsLigne().PagesDeLaCharge().PagesDesImports().PagesDesStatistiques();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ActivitesApi.Map(endpoints);
        OrientationsApi.Map(endpoints);
        SavoirFaireApi.Map(endpoints);
        HorsLigneApi.Map(endpoints);
        ChargeApi.Map(endpoints);
        LectureDesActivitesApi.Map(endpoints);
        CorrectionDesActivitesApi.Map(endpoints);
        RendezVousApi.Map(endpoints);
        CreneauxApi.Map(endpoints);
        StatistiquesApi.Map(endpoints);
    }

    /// <inheritdoc/>
    public void ConfigureCommandes(IRegistreDeCommandes commandes)
    {
        DemonstrationCommandes.Ajouter(commandes);
        ImportsCommandes.Ajouter(commandes);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TachePlanifiee> Taches => [.. PersonnesExtensions.Taches, .. CapacitationExtensions.Taches, .. OrientationsExtensions.Taches, .. AgendaExtensions.Taches, .. CalendriersExtensions.Taches, .. StatistiquesExtensions.Taches, .. ChargeExtensions.Taches, .. ImportsExtensions.Taches, .. RapportsExtensions.Taches];

    /// <inheritdoc/>
    public async Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation)
    {
        var demonstration = services.GetRequiredService<IDemonstration>();
        if (demonstration.EnCours)
        {
            var (db, horloge) = (services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>());
            await ActesInventes.AjouterAsync(db, demonstration, horloge, annulation);
            await PersonnesInventees.AjouterAsync(services, demonstration, annulation);
            await ParcoursInventes.AjouterAsync(db, demonstration, horloge, annulation);
            await RencontresInventees.AjouterAsync(db, demonstration, horloge, annulation);
            await RegistresInventes.AjouterAsync(db, demonstration, services.GetRequiredService<ClesDesSignatures>(), horloge, annulation);
            await ReseauInvente.AjouterAsync(db, demonstration, horloge, annulation);
            await OrientationsInventees.AjouterAsync(services, demonstration, annulation);
            await ReperesInventes.AjouterAsync(db, demonstration, horloge, annulation);
        }
    }

    /// <inheritdoc/>
    public async Task PreparerAsync(IServiceProvider services, CancellationToken annulation)
    {
        var demonstration = services.GetRequiredService<IDemonstration>();
        // The agenda names a place of the map, which is in memory by now.
        if (demonstration.EnCours && services.GetRequiredService<IConfiguration>()["Donnees:Vide"] != "true")
        {
            services.GetRequiredService<ContexteAcces>().Role = "systeme:demarrage";
            var ecriture = services.GetRequiredService<ContexteEcriture>();
            (ecriture.Acteur, ecriture.Processus) = ("systeme:demarrage", "demonstration");
            await AgendaInvente.AjouterAsync(services, demonstration, null, annulation);
            await ImportInvente.AjouterAsync(services, demonstration, annulation);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Annoncer(IServiceProvider services, string adresse) => services.GetRequiredService<IDemonstration>().EnCours
        ? [$"Démonstration, carte de parcours : {adresse}{LiensPersonnes.MaCarte}, numéro {PersonnesInventees.Numero.Presente}, code {PersonnesInventees.Secret.Presente}"]
        : [];
}
