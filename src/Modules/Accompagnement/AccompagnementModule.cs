using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Api;
using FaireAvec.Accompagnement.Personnes;
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
    public IReadOnlyList<string> Routes => ["api/v1/activites", "personnes", "ma-carte"];

    /// <inheritdoc/>
    public int Rang => 40;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDeLAccompagnement.Table;

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) => services.AddActivites().AddPersonnes();

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AccompagnementModule).Assembly);

    /// <inheritdoc/>
    public IReadOnlyList<EntreeDeMenu> Menu => [new("Personnes", LiensPersonnes.Personnes, DroitsDeLAccompagnement.SuivreDesPersonnes, 11)];

    /// <inheritdoc/>
    public void ConfigurePages(PageConventionCollection pages) => pages.PagesDesPersonnes();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ActivitesApi.Map(endpoints);
}
