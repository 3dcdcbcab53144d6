using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FaireAvec.Host.Site;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Exploitation;
using FaireAvec.Kernel.Modules;

namespace FaireAvec.Host.Commandes;

/// <summary>« faireavec servir »: the site and the API.</summary>
internal static class ServirCommande
{
    public static void Ajouter(RegistreDeCommandes registre)
    {
        var port = new Option<int>("--port") { CustomParser = Valeurs.Entier(0, 65535), Description = "Port d’écoute sur 127.0.0.1", DefaultValueFactory = _ => 5080 };
        var vide = new Option<bool>("--empty") { Description = "Ne charge pas les données ouvertes livrées avec le produit" };
        var commande = new Command("servir", "Démarre le site et l’API") { port, vide };
        commande.SetAction(async (lecture, annulation) =>
        {
            var reglages = registre.Reglages(lecture);
            if (lecture.GetValue(vide))
            {
                reglages["Donnees:Vide"] = "true";
            }

            if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null || lecture.GetResult(port) is { Implicit: false })
            {
                reglages["urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{lecture.GetValue(port)}");
            }

            // EF’s model, beside what follows, which has no use for it yet. If it fails here, it fails again, and is told, where it is needed.
            _ = Task.Run(() => NoyauExtensions.PreparerLeModele(registre.Modules), annulation);
            await using var application = Application.Construire(registre.Modules, reglages);
            application.Services.GetRequiredService<EtatDemarrage>().Recit = Sorties.Etape;
            if (reglages.ContainsKey("urls") && !Libre(lecture.GetValue(port)))
            {
                return await DejaPrisAsync(reglages);
            }

            _ = application.Services.GetRequiredService<Preparation>().LireLesFichiersAsync();
            await application.Services.GetRequiredService<Base>().OuvrirAsync(rejoindre: false, annulation);
            try
            {
                await application.StartAsync(annulation);
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                return await DejaPrisAsync(reglages);
            }

            var attente = AnnoncerAsync(application, annulation);
            var memoire = MemoireAuRepos.VeillerAsync(application.Services.GetRequiredService<EtatDemarrage>(), TimeProvider.System, application.Lifetime.ApplicationStopping);
            await application.WaitForShutdownAsync(annulation);
            await Task.WhenAll(attente, memoire);
            return Environment.ExitCode;
        });
        registre.Racine.Add(commande);
    }

    private static async Task<int> DejaPrisAsync(Dictionary<string, string?> reglages)
    {
        await Console.Error.WriteLineAsync($"L’adresse {reglages.GetValueOrDefault("urls")} est déjà utilisée par un autre programme. Choisissez un autre port avec --port.");
        return 1;
    }

    /// <summary>Asked before the server starts: it would tell its whole stack of calls before the sentence.</summary>
    private static bool Libre(int port)
    {
        try
        {
            using var essai = new TcpListener(IPAddress.Loopback, port);
            essai.Start();
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }

    private static async Task AnnoncerAsync(WebApplication application, CancellationToken annulation)
    {
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(annulation, application.Lifetime.ApplicationStopping);
        if (!await application.Services.GetRequiredService<EtatDemarrage>().PretAsync(fin.Token))
        {
            return;
        }

        foreach (var adresse in application.Urls)
        {
            await Console.Out.WriteLineAsync($"FaireAvec est prêt : {adresse}");
            foreach (var ligne in application.Services.GetServices<IModule>().SelectMany(m => m.Annoncer(application.Services, adresse)))
            {
                await Console.Out.WriteLineAsync(ligne);
            }
        }
    }
}
