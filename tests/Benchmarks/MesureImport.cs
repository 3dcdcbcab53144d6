using System.Diagnostics;
using FaireAvec.Cartographie.Import;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Benchmarks;

internal static class MesureImport
{
    public static async Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var (premiers, seconds) = (new List<double>(), new List<double>());
        for (var i = 0; i < 5; i++)
        {
            await using var donnees = await BaseProvisoire.CreerAsync();
            foreach (var temps in (List<double>[])[premiers, seconds])
            {
                await using var portee = donnees.Services.CreateAsyncScope();
                var chrono = Stopwatch.StartNew();
                await portee.ServiceProvider.GetRequiredService<ImportLieux>().ImporterAsync(Path.Combine(jeu.Donnees, "lieux", "lieux.csv.gz"), complet: false, _ => { }, null, CancellationToken.None);
                temps.Add(chrono.Elapsed.TotalMilliseconds);
            }
        }

        tableau.Temps("13,138 places into an empty database (first one cold)", premiers, 5_000);
        tableau.Temps("the same file again: nothing changes", seconds);
        tableau.Ecrire();
    }
}
