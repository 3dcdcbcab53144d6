using System.CommandLine;
using System.Globalization;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Postgres;

namespace FaireAvec.Host.Commandes;

/// <summary>The command line « faireavec … »: the host's commands and those of the modules.</summary>
internal static class LigneDeCommande
{
    public static async Task<int> ExecuterAsync(IReadOnlyList<IModule> modules, string[] args)
    {
        // Help and faults of the command line are in French as its descriptions are, whatever the language of the machine. Pages choose theirs by request.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var racine = Racine(modules);
        try
        {
            // Commands stop cleanly by themselves; the server handles the signals itself.
            // Only help and faults of the command line are written there: commands write on the console.
            await using var sortie = new StringWriter(CultureInfo.InvariantCulture);
            await using var erreurs = new StringWriter(CultureInfo.InvariantCulture);
            var code = await racine.Parse(args is ["aide", .. var suite] ? [.. suite, "--help"] : args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10), Output = sortie, Error = erreurs });
            await Console.Out.WriteAsync(FrancaisDeLAide.Traduire(sortie.ToString()));
            await Console.Error.WriteAsync(FrancaisDeLAide.Traduire(erreurs.ToString()));
            return code;
        }
        catch (ErreurDeDemarrage e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrompu.");
            return 130;
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Échec : {e.Message}");
            return 1;
        }
    }

    private static RootCommand Racine(IReadOnlyList<IModule> modules)
    {
        var donnees = new Option<string?>("--data") { Description = "Dossier des données (par défaut ./.donnees)", Recursive = true, HelpName = "DOSSIER" };
        var racine = new RootCommand("FaireAvec, le service ouvert de l’inclusion numérique") { donnees };
        var registre = new RegistreDeCommandes(racine, donnees, modules);
        ServirCommande.Ajouter(registre);
        MigrerCommande.Ajouter(registre);
        JournalCommandes.Ajouter(registre);
        TachesCommandes.Ajouter(registre);
        ClesCommandes.Ajouter(registre);
        foreach (var module in modules)
        {
            module.ConfigureCommandes(registre);
        }

        // The only description that the library doesn't have in French.
        foreach (var aide in racine.Options.OfType<System.CommandLine.Help.HelpOption>())
        {
            aide.Description = "Montre cette aide";
        }

        return racine;
    }
}
