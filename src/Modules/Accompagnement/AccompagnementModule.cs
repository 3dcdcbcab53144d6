using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Api;
using FaireAvec.Accompagnement.Capacitation;
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
    public IReadOnlyList<string> Routes => ["api/v1/activites", .. CapacitationExtensions.Routes];

    /// <inheritdoc/>
    public int Rang => 40;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDeLAccompagnement.Table;

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) => services.AddActivites().AddCapacitation();

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AccompagnementModule).Assembly);

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu => CapacitationExtensions.Menu;

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages.PagesDeCapacitation();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ActivitesApi.Map(endpoints);
        SavoirFaireApi.Map(endpoints);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TachePlanifiee> Taches => CapacitationExtensions.Taches;

    /// <inheritdoc/>
    public Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation) => ParcoursDeDemonstration.ChargerAsync(services, annulation);
}
