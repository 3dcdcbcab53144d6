using System.Diagnostics;
using System.Globalization;
using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Benchmarks;

/// <summary>
/// Opening hours: reading the distinct real texts, « open now » on 18,000 places. With « --paquet FOLDER » (a folder where « npm install opening_hours@3.15.0 »
/// was run) and node, what the package takes on the same texts is printed beside.
/// </summary>
internal static class MesureHoraires
{
    private const int Lieux = 18_000;
    private const int Tours = 30;
    private static readonly string[] Departements = ["75", "57", "67", "971", "972", "973", "974", "976", "988", "2A", "13", "69", "33", "59"];

    public static async Task ExecuterAsync(string[] args)
    {
        var textes = Textes().Where(t => HorairesOsm.Analyser(t).Reussi).ToArray();
        var tableau = new Tableau();
        for (var i = 0; i < 20; i++)
        {
            Lire(textes);
        }

        await Task.Delay(500);
        var lecture = Mesurer(() => Lire(textes));
        tableau.Temps($"{textes.Length:#,0} distinct real texts read".Replace('\u202F', ',').Replace('\u00A0', ','), lecture, 30, mediane: true);

        // As the index does: one object for a text, one clock for a département.
        var horaires = textes.Select(t => HorairesOsm.Analyser(t).Valeur).ToArray();
        var lieux = Enumerable.Range(0, Lieux).Select(i => (Horaires: horaires[i % horaires.Length], Departement: Departements[i % Departements.Length])).ToArray();
        var ouverts = 0;
        var instant = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 20; i++)
        {
            ouverts = Ouverts(lieux, instant.AddMinutes(i));
        }

        await Task.Delay(500);
        var tour = 0;
        tableau.Temps("« open now » on 18,000 places", Mesurer(() => Ouverts(lieux, instant.AddMinutes(tour++))), 5, mediane: true);
        tableau.Chiffre("places open then", ouverts, "");
        tableau.Temps("week of intervals of each text", Mesurer(() => horaires.Sum(h => h.Intervalles(instant, instant.AddDays(7), "75").Count)));
        if (args.SkipWhile(a => a != "--paquet").Skip(1).FirstOrDefault() is { } dossier)
        {
            await PaquetAsync(tableau, dossier, textes);
        }

        tableau.Ecrire();
    }

    /// <summary>The distinct real texts kept for the tests.</summary>
    public static IEnumerable<string> Textes()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (dossier is not null && !File.Exists(Path.Combine(dossier.FullName, "FaireAvec.slnx")))
        {
            dossier = dossier.Parent;
        }

        var fichier = Path.Combine(dossier?.FullName ?? ".", "tests/Unit/Cartographie/Horaires/horaires-reels.csv");
        foreach (var ligne in File.ReadLines(fichier).Skip(1))
        {
            var texte = ligne[..ligne.LastIndexOf(',')];
            yield return texte.StartsWith('"') ? texte[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : texte;
        }
    }

    private static int Lire(string[] textes)
    {
        var lus = 0;
        foreach (var texte in textes)
        {
            lus += HorairesOsm.Analyser(texte).Reussi ? 1 : 0;
        }

        return lus;
    }

    private static int Ouverts((HorairesOsm Horaires, string Departement)[] lieux, DateTimeOffset instant)
    {
        var moments = Departements.ToDictionary(d => d, d => MomentLocal.De(instant, d), StringComparer.Ordinal);
        var ouverts = 0;
        foreach (var (horaires, departement) in lieux)
        {
            ouverts += horaires.EtatA(moments[departement]).Etat == EtatOuverture.Ouvert ? 1 : 0;
        }

        return ouverts;
    }

    private static double[] Mesurer(Func<int> action)
    {
        var temps = new double[Tours];
        for (var i = 0; i < Tours; i++)
        {
            var debut = Stopwatch.GetTimestamp();
            action();
            temps[i] = Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
        }

        return temps;
    }

    private static async Task PaquetAsync(Tableau tableau, string dossier, string[] textes)
    {
        const string Programme = """
            const OH = require('opening_hours'); console.warn = () => {};
            const textes = require('fs').readFileSync(0, 'utf8').split('\u0000').filter(t => t);
            const lieu = { lat: '48.85', lon: '2.35', address: { country_code: 'fr', state: 'Île-de-France' } };
            const un = f => { const t = performance.now(); f(); return performance.now() - t; };
            const lire = () => textes.map(t => { try { return new OH(t, lieu, { locale: 'fr' }); } catch { return null; } });
            lire(); lire();
            const a = [un(lire), un(lire), un(lire)].sort((x, y) => x - y)[1];
            const lus = lire().filter(o => o); const d = new Date(2026, 2, 10, 10, 0);
            const ouverts = () => { for (let i = 0; i < 18000; i++) lus[i % lus.length].getState(d); };
            ouverts();
            const b = [un(ouverts), un(ouverts), un(ouverts)].sort((x, y) => x - y)[1];
            console.log(a + ' ' + b);
            """;
        var demarrage = new ProcessStartInfo("node", ["-e", Programme]) { WorkingDirectory = dossier, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var node = Process.Start(demarrage)!;
            await node.StandardInput.WriteAsync(string.Join('\0', textes));
            node.StandardInput.Close();
            var sortie = (await node.StandardOutput.ReadToEndAsync()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            await node.WaitForExitAsync();
            if (sortie.Length == 2)
            {
                tableau.Temps("  npm opening_hours: same texts read", [double.Parse(sortie[0], CultureInfo.InvariantCulture)]);
                tableau.Temps("  npm opening_hours: state of 18,000 places", [double.Parse(sortie[1], CultureInfo.InvariantCulture)]);
                return;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No node.
        }

        await Console.Error.WriteLineAsync($"node or the package isn't there: run « npm install opening_hours@3.15.0 » in {dossier}.");
    }
}
