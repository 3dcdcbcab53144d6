using FaireAvec.Host;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Migrations;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Support;

/// <summary>The kernel on a database of its own, without the web: what a command has. Starts in a fraction of a second, so each test may have its own.</summary>
public sealed class NoyauDeTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _baseEmpruntee;

    private NoyauDeTest(ServiceProvider services, BaseDeTest donnees, HorlogeFactice horloge, bool baseEmpruntee)
    {
        (_services, Base, Horloge, _baseEmpruntee) = (services, donnees, horloge, baseEmpruntee);
    }

    public BaseDeTest Base { get; }

    public HorlogeFactice Horloge { get; }

    public IServiceProvider Services => _services;

    /// <param name="services">Services of the test.</param>
    /// <param name="connexion">How to reach the database; by default one login for both roles.</param>
    /// <param name="donnees">A database that somebody else made.</param>
    public static async Task<NoyauDeTest> DemarrerAsync(Action<IServiceCollection>? services = null, Func<BaseDeTest, Dictionary<string, string?>>? connexion = null, BaseDeTest? donnees = null)
    {
        var horloge = new HorlogeFactice();
        var empruntee = donnees is not null;
        donnees ??= await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(connexion?.Invoke(donnees) ?? new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:FaireAvec"] = donnees.ConnexionProprietaire })
            .Build();
        var collection = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(horloge)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.None))
            .AddNoyau(configuration, ModulesDuProduit.Tous())
            .AddMigrations();
        services?.Invoke(collection);
        var fournisseur = collection.BuildServiceProvider();
        await fournisseur.GetRequiredService<Base>().OuvrirAsync(rejoindre: true, CancellationToken.None);
        return new NoyauDeTest(fournisseur, donnees, horloge, empruntee);
    }

    /// <summary>Work in a scope, under a role.</summary>
    public async Task<T> DansAsync<T>(Func<IServiceProvider, Task<T>> action, string? role = null)
    {
        await using var portee = _services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Processus = "test";
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = role;
        return await action(portee.ServiceProvider);
    }

    /// <summary>Work on the database in a scope, under a role.</summary>
    public Task<T> AvecBaseAsync<T>(Func<FaireAvecDb, Task<T>> action, string? role = null) => DansAsync(s => action(s.GetRequiredService<FaireAvecDb>()), role);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_baseEmpruntee)
        {
            await Base.DisposeAsync();
        }
    }
}
