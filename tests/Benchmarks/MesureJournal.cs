using System.Diagnostics;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Benchmarks;

internal static class MesureJournal
{
    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(5);

    public static async Task ExecuterAsync()
    {
        var tableau = new Tableau();
        await using var donnees = await BaseProvisoire.CreerAsync();
        await EcrireAsync(donnees, 4, TimeSpan.FromSeconds(2));
        foreach (var ecrivains in (int[])[1, 4, 16])
        {
            var temps = await EcrireAsync(donnees, ecrivains, Duree);
            tableau.Chiffre($"{ecrivains} writers, one entry a transaction", temps.Length / Duree.TotalSeconds, "/s");
            tableau.Temps($"{ecrivains} writers: one write", temps);
        }

        tableau.Ecrire();
    }

    private static async Task<double[]> EcrireAsync(BaseProvisoire donnees, int ecrivains, TimeSpan duree)
    {
        var debut = Stopwatch.StartNew();
        var temps = await Task.WhenAll(Enumerable.Range(0, ecrivains).Select(e => Task.Run(async () =>
        {
            var ms = new List<double>();
            while (debut.Elapsed < duree)
            {
                await using var portee = donnees.Services.CreateAsyncScope();
                var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
                var chrono = Stopwatch.GetTimestamp();
                db.Journaliser(new EntreeJournal("mesure", "mesure.Ligne", $"{e}-{ms.Count}", null, "{\"valeur\":1}"));
                await db.SaveChangesAsync();
                ms.Add(Stopwatch.GetElapsedTime(chrono).TotalMilliseconds);
            }

            return ms;
        })));
        return [.. temps.SelectMany(t => t)];
    }
}
