using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using FaireAvec.Territoires.Api;
using FaireAvec.Territoires.Data;
using FaireAvec.Territoires.Domain;
using FaireAvec.Territoires.Fiches;
using FaireAvec.Territoires.Import;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Territoires;

/// <summary>Communes, EPCI, départements, régions and postal codes; the pages of the territories.</summary>
public sealed class TerritoiresModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Territoires";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes => ["territoires", "api/v1/territoires"];

    /// <inheritdoc/>
    public int Rang => 10;

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new FichiersTerritoires(Preparation.DossierDonneesLivrees(configuration)));
        services.AddSingleton<ITerritoires>(s => new ReferentielTerritorial(s.GetRequiredService<FichiersTerritoires>()));
        services.AddSingleton<ContoursDesDepartements>();
        services.AddSingleton<CarteDesDepartements>();
        services.AddSingleton<Chiffres>();
        services.AddSingleton<IPlanDuSite, PlanDesTerritoires>();
    }

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(GetType().Assembly);

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages.Droit("Territoires", "/", DroitRequis.Public);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => TerritoiresApi.Mapper(endpoints);

    /// <inheritdoc/>
    public async Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation)
    {
        await using var connexion = await services.GetRequiredService<Base>().Proprietaire.OpenConnectionAsync(annulation);
        await ChargementTerritoires.ExecuterAsync(connexion, services.GetRequiredService<FichiersTerritoires>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<EtatDemarrage>().Raconter, annulation);
    }

    /// <inheritdoc/>
    public void LireLesFichiers(IServiceProvider services) => services.GetRequiredService<ITerritoires>();

    /// <inheritdoc/>
    public Task PreparerAsync(IServiceProvider services, CancellationToken annulation)
    {
        // Better now than in front of the first visitor, if nobody has read them yet.
        LireLesFichiers(services);
        return Task.CompletedTask;
    }
}
