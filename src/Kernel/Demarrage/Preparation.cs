using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Kernel.Demarrage;

/// <summary>Opens the database, migrates it and loads the shipped open data.</summary>
public sealed class Preparation(Base donnees, IMigration migration, EtatDemarrage etat, IEnumerable<IModule> modules, IServiceProvider services, IConfiguration configuration, ILogger<Preparation> journal)
{
    /// <summary>Folder of the files shipped with the product ("data").</summary>
    public static string DossierDonneesLivrees(IConfiguration configuration)
    {
        if (configuration["Donnees:Livrees"] is { Length: > 0 } impose)
        {
            return impose;
        }

        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            var data = Path.Combine(d.FullName, "data");
            if (Directory.Exists(Path.Combine(data, "territoires")))
            {
                return data;
            }
        }

        throw new ErreurDeDemarrage("Le dossier « data » livré avec FaireAvec est introuvable. Réinstallez le produit, ou indiquez-le par Donnees__Livrees.");
    }

    /// <summary>Has the modules read their files while the database opens. What fails here fails again, and is told, where it is needed.</summary>
    public Task LireLesFichiersAsync() => Task.Run(() =>
    {
        foreach (var module in Modules)
        {
            module.LireLesFichiers(services);
        }
    });

    /// <summary>The database and the modules, before a server answers. On an outside database, migrations are the operator's act: the start waits for them.</summary>
    public async Task PreparerAsync(bool charger, CancellationToken annulation)
    {
        var aNous = donnees.Options.Embarque && !donnees.Rejointe;
        if (aNous)
        {
            await MettreAJourAsync(annulation);
        }
        else
        {
            await AttendreLaMiseAJourAsync(annulation);
        }

        // What a module keeps in memory fills as soon as its data are in, while the next ones load theirs.
        var prets = Task.CompletedTask;
        try
        {
            foreach (var ensemble in Modules.GroupBy(m => m.Rang))
            {
                await Task.WhenAll(ensemble.Where(_ => aNous && charger).Select(m => ChargerAsync(m, annulation)));
                foreach (var module in ensemble)
                {
                    prets = PreparerAsync(module, prets, annulation);
                }
            }

            etat.Annoncer("Préparation de la recherche");
        }
        finally
        {
            await prets.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await prets;
    }

    /// <summary>Applies migrations, then loads the shipped data.</summary>
    public async Task<IReadOnlyList<string>> MigrerAsync(bool charger, CancellationToken annulation)
    {
        var faites = await MettreAJourAsync(annulation);
        foreach (var module in charger ? Modules : [])
        {
            await ChargerAsync(module, annulation);
        }

        return faites;
    }

    private IEnumerable<IModule> Modules => modules.OrderBy(m => m.Rang);

    private async Task<IReadOnlyList<string>> MettreAJourAsync(CancellationToken annulation)
    {
        etat.Annoncer("Mise à jour de la base de données");
        if (await migration.EnAttenteAsync(annulation) is { Count: > 0 } attendues)
        {
            etat.Raconter($"Mise à jour de la base de données : {attendues.Count} étape(s)");
        }

        return await migration.MigrerAsync(annulation);
    }

    private async Task AttendreLaMiseAJourAsync(CancellationToken annulation)
    {
        while (await migration.EnAttenteAsync(annulation) is { Count: > 0 } manquantes)
        {
            etat.Annoncer($"La base attend {manquantes.Count} migration(s) : lancez « faireavec migrer »");
            journal.LogWarning("The database waits for {Nombre} migrations: run « faireavec migrer »", manquantes.Count);
            await Task.Delay(TimeSpan.FromSeconds(2), annulation);
        }
    }

    private async Task ChargerAsync(IModule module, CancellationToken annulation)
    {
        etat.Annoncer("Chargement des données ouvertes");
        await using var portee = services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Acteur = "systeme:demarrage";
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Processus = "chargement";
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:demarrage";
        await module.ChargerDonneesAsync(portee.ServiceProvider, DossierDonneesLivrees(configuration), annulation);
    }

    private async Task PreparerAsync(IModule module, Task precedents, CancellationToken annulation)
    {
        await precedents;
        await using var portee = services.CreateAsyncScope();
        await module.PreparerAsync(portee.ServiceProvider, annulation);
    }
}

/// <summary>Prepares in the background, while the site already answers 503 « FaireAvec démarre ».</summary>
internal sealed class PreparationEnFond(Preparation preparation, ClesEnBase cles, EtatDemarrage etat, IConfiguration configuration, IHostApplicationLifetime vie, ILogger<PreparationEnFond> journal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await preparation.PreparerAsync(charger: configuration["Donnees:Vide"] != "true", stoppingToken);
            if (!await cles.VerifierAsync(stoppingToken))
            {
                journal.LogWarning("No operator's key: the keys kept in the database are in clear. Give one by Cles__Operateur or Cles__Fichier, the same on every node");
            }

            etat.Finir();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was ready.
        }
        catch (ErreurDeDemarrage e)
        {
            Arreter(e.Message);
        }
        catch (Npgsql.PostgresException e)
        {
            journal.LogError(e, "Preparation failed");
            Arreter(e.SqlState == Npgsql.PostgresErrorCodes.InsufficientPrivilege
                ? $"Le compte de la base de données n’a pas les droits attendus ({e.MessageText}). Lancez « faireavec migrer » avec le compte propriétaire, puis relancez."
                : MessagesPostgres.Traduire(e.MessageText, "la base de données"));
        }
        catch (Exception e)
        {
            journal.LogCritical(e, "Preparation failed");
            Arreter("FaireAvec n’a pas pu préparer sa base de données. Le détail est dans le journal ci-dessus.");
        }
    }

    private void Arreter(string phrase)
    {
        Console.Error.WriteLine(phrase);
        Environment.ExitCode = 1;
        vie.StopApplication();
    }
}
