using FaireAvec.Host;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Benchmarks;

/// <summary>The product's services on a migrated, empty database of its own, without the web server.</summary>
internal sealed class BaseProvisoire : IAsyncDisposable
{
    public required ServiceProvider Services { get; init; }

    public static async Task<BaseProvisoire> CreerAsync()
    {
        var modules = ModulesDuProduit.Tous();
        var dossier = Serveur.DossierProvisoire();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Donnees:Dossier"] = dossier }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging(l => l.SetMinimumLevel(LogLevel.Warning)).AddNoyau(configuration, modules).AddMigrations().BuildServiceProvider();
        await services.GetRequiredService<Base>().OuvrirAsync(rejoindre: false, CancellationToken.None);
        await services.GetRequiredService<Preparation>().MigrerAsync(charger: false, CancellationToken.None);
        return new BaseProvisoire { Services = services };
    }

    public async ValueTask DisposeAsync()
    {
        var dossier = Services.GetRequiredService<Base>().Options.Dossier;
        await Services.DisposeAsync();
        Directory.Delete(dossier, recursive: true);
    }
}
