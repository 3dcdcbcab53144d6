using System.CommandLine;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Migrations;

namespace FaireAvec.Host.Commandes;

/// <summary>Builds the tree of commands, and gives each one its services.</summary>
internal sealed class RegistreDeCommandes(RootCommand racine, Option<string?> donnees, IReadOnlyList<IModule> modules) : IRegistreDeCommandes
{
    public RootCommand Racine => racine;

    public IReadOnlyList<IModule> Modules => modules;

    public Command Groupe(string nom, string description)
    {
        if (racine.Subcommands.FirstOrDefault(c => c.Name == nom) is { } existant)
        {
            return existant;
        }

        var groupe = new Command(nom, description);
        racine.Add(groupe);
        return groupe;
    }

    /// <summary>The option --data, as a setting; empty when it isn't given.</summary>
    public Dictionary<string, string?> Reglages(ParseResult lecture) =>
        lecture.GetValue(donnees) is { Length: > 0 } dossier ? new() { ["Donnees:Dossier"] = dossier } : [];

    public Func<ParseResult, CancellationToken, Task<int>> AvecBase(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action) => AvecBase(migrer: true, action);

    public Func<ParseResult, CancellationToken, Task<int>> EnLecture(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action) => AvecBase(migrer: true, action, existante: true);

    /// <summary>As <see cref="AvecBase(Func{IServiceProvider, ParseResult, CancellationToken, Task{int}})"/>; <paramref name="migrer"/> false leaves the database as it is, and <paramref name="existante"/> refuses a folder without one.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> AvecBase(bool migrer, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action, bool existante = false) => async (lecture, annulation) =>
    {
        await using var services = Services(lecture);
        var donneesBase = services.GetRequiredService<Base>();
        if (existante && !donneesBase.Existe)
        {
            await Console.Error.WriteLineAsync($"Le dossier {Path.GetFullPath(donneesBase.Options.Dossier)} ne contient pas de base de données. Vérifiez l’option --data.");
            return 1;
        }

        await donneesBase.OuvrirAsync(rejoindre: true, annulation);
        if (migrer && donneesBase.Options.Embarque && !donneesBase.Rejointe)
        {
            await services.GetRequiredService<Preparation>().MigrerAsync(charger: false, annulation);
        }

        if (migrer && donneesBase.Rejointe)
        {
            // The server that was joined may still be preparing its database.
            for (var i = 0; i < 300 && (await services.GetRequiredService<IMigration>().EnAttenteAsync(annulation)).Count > 0; i++)
            {
                await Task.Delay(200, annulation);
            }
        }

        await using var portee = services.CreateAsyncScope();
        var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = ("systeme:commande", $"commande:{lecture.CommandResult.Command.Name}");
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:commande";
        return await action(portee.ServiceProvider, lecture, annulation);
    };

    public Func<ParseResult, CancellationToken, Task<int>> SansBase(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action) => async (lecture, annulation) =>
    {
        await using var services = Services(lecture);
        await using var portee = services.CreateAsyncScope();
        return await action(portee.ServiceProvider, lecture, annulation);
    };

    private ServiceProvider Services(ParseResult lecture)
    {
        var sources = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Reglages(lecture));
        var configuration = sources.AddSecretsDeFichiers(sources.Build()).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            // Results are on stdout, everything else on stderr.
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true).Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddNoyau(configuration, modules)
            .AddMigrations()
            .BuildServiceProvider();
    }
}
