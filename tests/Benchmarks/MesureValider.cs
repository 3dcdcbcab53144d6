using System.Diagnostics;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Benchmarks;

/// <summary>Reading and validating the shipped places: in a process that is warm, and as the command that a person types.</summary>
internal static class MesureValider
{
    public static async Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var fichier = Path.Combine(jeu.Donnees, "lieux", "lieux.csv.gz");
        var validation = new ValidationDesLieux(SchemaDesLieux.Charger(jeu.Donnees), jeu.Territoires, TimeProvider.System);
        foreach (var toutes in (bool[])[false, true])
        {
            var temps = new List<double>();
            for (var i = 0; i < 12; i++)
            {
                var chrono = Stopwatch.StartNew();
                using var lu = await LectureFichier.OuvrirAsync(fichier);
                validation.Valider(lu, toutes, _ => { }, CancellationToken.None);
                temps.Add(chrono.Elapsed.TotalMilliseconds);
            }

            var nom = toutes ? "the standard and our rules" : "the standard";
            tableau.Temps($"13,138 rows read and validated, {nom}: first", temps.Take(1), 1000);
            tableau.Temps($"13,138 rows read and validated, {nom}: next 11", temps.Skip(1), 1000);
        }

        foreach (var regles in (string[])["norme", "toutes"])
        {
            var (temps, memoire) = (new List<double>(), 0.0);
            for (var i = 0; i < 5; i++)
            {
                var (ms, pic) = await CommandeAsync(["lieux", "valider", fichier, "--regles", regles]);
                temps.Add(ms);
                memoire = Math.Max(memoire, pic);
            }

            tableau.Temps($"faireavec lieux valider --regles {regles}, start of the program included", temps, 1000, mediane: true);
            tableau.Chiffre($"its memory at most ({regles})", memoire, "MB", 150);
        }

        tableau.Ecrire();
    }

    private static async Task<(double Ms, double Memoire)> CommandeAsync(string[] arguments)
    {
        var chrono = Stopwatch.StartNew();
        using var processus = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "faireavec.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var lectures = Task.WhenAll(processus.StandardOutput.ReadToEndAsync(), processus.StandardError.ReadToEndAsync());
        var pic = 0.0;
        while (!lectures.IsCompleted)
        {
            try
            {
                pic = Math.Max(pic, Machine.Memoire(processus.Id));
            }
            catch (Exception e) when (e is IOException or FormatException)
            {
                // It has just ended.
            }

            await Task.WhenAny(lectures, Task.Delay(10));
        }

        await processus.WaitForExitAsync();
        return (chrono.Elapsed.TotalMilliseconds, pic);
    }
}
