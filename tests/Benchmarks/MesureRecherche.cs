using System.Diagnostics;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;

namespace FaireAvec.Benchmarks;

internal static class MesureRecherche
{
    private const int Questions = 20_000;

    public static Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var reels = Mesurer(tableau, jeu, "13,138 real places", jeu.Reels(), 3);
        var million = Mesurer(tableau, jeu, "1,000,000 synthetic places", jeu.Synthetiques(1_000_000), null);
        tableau.Chiffre("slower at 1,000,000 (mean)", million / reels, "times");
        tableau.Ecrire();
        return Task.CompletedTask;
    }

    private static double Mesurer(Tableau tableau, Jeu jeu, string nom, IEnumerable<Lieu> lieux, double? cible)
    {
        var chrono = Stopwatch.StartNew();
        var index = new IndexLieux(lieux, l => jeu.Territoires.DepartementDeInsee(l.CodeInsee) ?? jeu.Territoires.DepartementDuCodePostal(l.CodePostal), "mesure");
        tableau.Chiffre($"{nom}: index made", chrono.Elapsed.TotalSeconds, "s");
        var questions = jeu.Criteres(Questions, new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.Zero));
        foreach (var q in questions.Take(3_000))
        {
            index.Chercher(q);
        }

        // Enough for the last tier of the compiler.
        Thread.Sleep(500);
        var trouves = 0L;
        var alloues = GC.GetAllocatedBytesForCurrentThread();
        var temps = new double[questions.Count];
        for (var i = 0; i < temps.Length; i++)
        {
            var debut = Stopwatch.GetTimestamp();
            trouves += index.Chercher(questions[i]).Total;
            temps[i] = Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
        }

        alloues = GC.GetAllocatedBytesForCurrentThread() - alloues;
        tableau.Temps($"{nom}: near + 3 filters + counts", temps, cible);
        tableau.Chiffre($"{nom}: places found by a question (mean)", trouves / (double)temps.Length, "");
        tableau.Chiffre($"{nom}: memory allocated by a question", alloues / (double)temps.Length, "bytes");
        return temps.Average();
    }
}
