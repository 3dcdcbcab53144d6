using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FaireAvec.Benchmarks;

internal static partial class MesureHttp
{
    private const int Secondes = 10;
    private const int Questions = 10_000;
    private const int Million = 1_000_000;

    public static async Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var adresses = jeu.Adresses(Questions);
        var dossier = Serveur.DossierProvisoire();
        try
        {
            double reels;
            await using (var serveur = await Serveur.DemarrerAsync(jeu.Racine, dossier))
            {
                await DebitAsync(tableau, "/robots.txt", serveur, ["/robots.txt"], null);
                reels = await ApiAsync(tableau, "13,138 places", serveur, adresses, 8_000);
            }

            var csv = Path.Combine(dossier, "million.csv");
            jeu.EcrireCsv(csv, Million);
            tableau.Chiffre("1,000,000 places: « faireavec lieux importer »", (await Serveur.CommanderAsync(jeu.Racine, "lieux", "importer", csv, "--data", dossier)).TotalSeconds, "s");
            File.Delete(csv);
            await using (var serveur = await Serveur.DemarrerAsync(jeu.Racine, dossier))
            {
                tableau.Chiffre("1,013,138 places: start", serveur.Demarrage.TotalSeconds, "s");
                tableau.Chiffre("1,013,138 places: memory of the server", Machine.Memoire(serveur.Processus), "MB");
                var million = await ApiAsync(tableau, "1,013,138 places", serveur, adresses, null);
                tableau.Chiffre("slower at 1,000,000 places", reels / million, "times", 3);
            }
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }

        tableau.Ecrire();
    }

    private static async Task<double> ApiAsync(Tableau tableau, string nom, Serveur serveur, IReadOnlyList<string> adresses, double? cible)
    {
        var debit = await DebitAsync(tableau, $"{nom}: near + 3 filters + counts", serveur, adresses, cible);
        // Alone, the time seen by the client is a little more than the server's.
        var repos = await Charge.LancerAsync(serveur.Port, 1, Secondes, adresses);
        tableau.Temps($"{nom}: at rest, 1 connection", repos.Ms, 3);
        tableau.Chiffre($"{nom}: bytes of an answer (mean)", repos.OctetsParReponse, "");
        return debit;
    }

    private static async Task<double> DebitAsync(Tableau tableau, string nom, Serveur serveur, IReadOnlyList<string> adresses, double? cible)
    {
        // The code is compiled again, better, after some thousands of calls.
        await Charge.LancerAsync(serveur.Port, 16, Secondes, adresses);
        var avant = serveur.Processeur;
        var bilan = await Charge.LancerAsync(serveur.Port, 32, Secondes, adresses);
        // Other programs slow the requests down; they change little the processor time of each.
        tableau.Temps($"{nom}: processor time of the server, a request (mean)", [(serveur.Processeur - avant) / (bilan.ParSeconde * Secondes)]);
        tableau.Chiffre($"{nom}, own generator", bilan.ParSeconde, "/s", cible, auMoins: true);
        tableau.Temps($"{nom}, 32 connections", bilan.Ms);
        if (bilan.Fautes > 0)
        {
            tableau.Chiffre($"{nom}: answers that weren't 200", bilan.Fautes, "", 1);
        }

        if (await WrkAsync(serveur, adresses) is not { } wrk)
        {
            return bilan.ParSeconde;
        }

        tableau.Chiffre($"{nom}, wrk", wrk, "/s", cible, auMoins: true);
        return wrk;
    }

    /// <summary>The same load by wrk, when it is installed: it costs less than our generator on the shared cores.</summary>
    private static async Task<double?> WrkAsync(Serveur serveur, IReadOnlyList<string> adresses)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(d => File.Exists(Path.Combine(d, "wrk"))))
        {
            return null;
        }

        var (liste, script) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllLinesAsync(liste, adresses);
        await File.WriteAllTextAsync(script, $$"""
            local requetes, i = {}, 0
            for l in io.lines("{{liste}}") do requetes[#requetes + 1] = l end
            function init() for n = 1, #requetes do requetes[n] = wrk.format("GET", requetes[n]) end i = math.random(#requetes) end
            function request() i = i % #requetes + 1 return requetes[i] end
            """);
        var depart = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var a in (string[])["-t1", "-c32", string.Create(CultureInfo.InvariantCulture, $"-d{Secondes}s"), "-s", script, serveur.Adresse])
        {
            depart.ArgumentList.Add(a);
        }

        using var processus = Process.Start(depart)!;
        var sortie = await processus.StandardOutput.ReadToEndAsync();
        await processus.WaitForExitAsync();
        File.Delete(liste);
        File.Delete(script);
        return ParSeconde().Match(sortie) is { Success: true } m ? double.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<n>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParSeconde();
}
