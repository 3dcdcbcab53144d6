using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Api;
using FaireAvec.Accompagnement.Demonstration;
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
    public IReadOnlyList<string> Routes => ["aujourd-hui", "activites", "aller-vers", "api/v1/activites"];

    /// <inheritdoc/>
    public int Rang => 40;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDeLAccompagnement.Table;

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu =>
    [
        new("Aujourd’hui", LiensAccompagnement.Aujourdhui, DroitsDeLAccompagnement.EcrireDesActivites, 1),
        new("Mes activités", LiensAccompagnement.Activites, DroitsDeLAccompagnement.EcrireDesActivites, 2),
        new("Aller vers", LiensDeLAllerVers.Liste, DroitsDeLAccompagnement.NoterDeLAllerVers, 6),
    ];

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) => services.AddActivites().AddAllerVers();

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AccompagnementModule).Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages.PagesDesActivites().PagesDeLAllerVers();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ActivitesApi.Map(endpoints);

    /// <inheritdoc/>
    public async Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation)
    {
        var demonstration = services.GetRequiredService<IDemonstration>();
        if (demonstration.EnCours)
        {
            await ActesInventes.AjouterAsync(services.GetRequiredService<FaireAvecDb>(), demonstration, services.GetRequiredService<TimeProvider>(), annulation);
            await RencontresInventees.AjouterAsync(services.GetRequiredService<FaireAvecDb>(), demonstration, services.GetRequiredService<TimeProvider>(), annulation);
        }
    }
}
