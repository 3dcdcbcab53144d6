using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Exploitation;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Modules;

/// <summary>
/// What a module says of itself to the host. It is the only public type of the module's assembly, with its tag helpers and view components.
/// The host calls the members once at start, in the order in which they stand here.
/// </summary>
public interface IModule
{
    /// <summary>Name of the module, as its folder and namespace. Lower-cased, it is the name of its schema in the database.</summary>
    string Nom { get; }

    /// <summary>First segments of the addresses that the module answers, without slashes ("lieux", "api/v1/lieux"; "" is the home page). No two modules declare the same one.</summary>
    IReadOnlyList<string> Routes { get; }

    /// <summary>Registers the module's services.</summary>
    void ConfigureServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Adds the module's entities to the shared model, normally by <c>model.ApplyConfigurationsFromAssembly(GetType().Assembly)</c>. The kernel sets schemas and names afterwards.</summary>
    void ConfigureModel(ModelBuilder model) { }

    /// <summary>Says the right of each folder of pages (see <see cref="DroitsDesPages"/>). A page without a right is refused to everybody.</summary>
    void ConfigurePages(PageConventionCollection pages) { }

    /// <summary>Maps the module's API. Each endpoint says its right by <c>.Droit(…)</c>; one without is refused to everybody.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints) { }

    /// <summary>The table of the module's rights: who may do what, how far.</summary>
    IReadOnlyList<RegleDeDroit> Droits => [];

    /// <summary>The module's entries in the menu of those who are signed in.</summary>
    IReadOnlyList<EntreeDeMenu> Menu => [];

    /// <summary>What the module opens only when those who run the platform say so, until a date.</summary>
    IReadOnlyList<Fonctionnalite> Fonctionnalites => [];

    /// <summary>Adds the module's commands to the command line. Words in French, results on stdout as JSON lines, messages on stderr.</summary>
    void ConfigureCommandes(IRegistreDeCommandes commandes) { }

    /// <summary>Scheduled work; each job runs once across all nodes.</summary>
    IReadOnlyList<TachePlanifiee> Taches => [];

    /// <summary>Reads the shipped files that the module keeps in memory, while the database opens: nothing may be asked of it yet. What isn't read here is read when first needed.</summary>
    void LireLesFichiers(IServiceProvider services) { }

    /// <summary>
    /// Loads the open data that ships with the product, when it isn't there yet. Called after migrations on the embedded database at start,
    /// and by <c>faireavec migrer</c>. Must be idempotent and cheap when nothing is to be done.
    /// </summary>
    Task ChargerDonneesAsync(IServiceProvider services, string dossierDonnees, CancellationToken annulation) => Task.CompletedTask;

    /// <summary>
    /// Fills what the module keeps in memory, before the first request. Called once its data are in, when the start loads any, and the modules before it are prepared; those after it may still load theirs.
    /// </summary>
    Task PreparerAsync(IServiceProvider services, CancellationToken annulation) => Task.CompletedTask;

    /// <summary>Lines that « servir » prints once the site answers, in French.</summary>
    IEnumerable<string> Annoncer(IServiceProvider services, string adresse) => [];

    /// <summary>Order of <see cref="ChargerDonneesAsync"/>: modules that others need come first; at a start, those of one rank load at the same time. <see cref="PreparerAsync"/> follows it too.</summary>
    int Rang => 100;
}
