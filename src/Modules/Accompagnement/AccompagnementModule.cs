using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Api;
using FaireAvec.Accompagnement.Demonstration;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
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
    public IReadOnlyList<string> Routes => ["aujourd-hui", "activites", "equipe", "api/v1/activites", "personnes", "ma-carte"];

    /// <inheritdoc/>
    public int Rang => 40;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDeLAccompagnement.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Aujourd’hui", LiensAccompagnement.Aujourdhui, DroitsDeLAccompagnement.EcrireDesActivites, 1),
        new("Mes activités", LiensAccompagnement.Activites, DroitsDeLAccompagnement.EcrireDesActivites, 2),
        new("Personnes", LiensPersonnes.Personnes, DroitsDeLAccompagnement.SuivreDesPersonnes, 3),
        new("Mon équipe", LiensAccompagnement.Equipe, DroitsDeLAccompagnement.LireLesActivitesDeLEquipe, 5),
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) => services.AddActivites().AddPersonnes();

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AccompagnementModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages.PagesDesActivites().PagesDesPersonnes();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ActivitesApi.Map(endpoints);

    /// <inheritdoc/>
    public async Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation)
    {
        var demonstration = services.GetRequiredService<IDemonstration>();
        if (demonstration.EnCours)
        {
            await ActesInventes.AjouterAsync(services.GetRequiredService<FaireAvecDb>(), demonstration, services.GetRequiredService<TimeProvider>(), annulation);
            await PersonnesInventees.AjouterAsync(services, demonstration, annulation);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Annoncer(IServiceProvider services, string adresse) => services.GetRequiredService<IDemonstration>().EnCours
        ? [$"Démonstration, carte de parcours : {adresse}{LiensPersonnes.MaCarte}, numéro {PersonnesInventees.Numero.Presente}, code {PersonnesInventees.Secret.Presente}"]
        : [];
}
