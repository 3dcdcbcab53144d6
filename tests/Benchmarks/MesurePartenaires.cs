using System.Diagnostics;
using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Lecture;
using Correspondance = FaireAvec.Cartographie.Correspondances.Correspondance;

namespace FaireAvec.Benchmarks;

/// <summary>
/// Whole files of partners through their shipped mappings, without geocoding. The folder is given: the files aren't in the repository.
/// </summary>
internal static class MesurePartenaires
{
    /// <summary>« --dossier CHEMIN » on the command line.</summary>
    public static string? Dossier { get; set; }

    public static async Task ExecuterAsync()
    {
        if (Dossier is null || !Directory.Exists(Dossier))
        {
            Console.WriteLine("Skipped: give the folder of the partners' files with --dossier FOLDER.");
            return;
        }

        var jeu = new Jeu();
        var atelier = new AtelierDeCorrespondance(jeu.Territoires, TimeProvider.System);
        var documents = Directory.EnumerateFiles(Path.Combine(jeu.Donnees, "correspondances"), "*.yaml").ToDictionary(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal);
        var fichiers = Directory.EnumerateFiles(Dossier).Order(StringComparer.Ordinal)
            .Select(f => (Fichier: f, Document: documents.Where(d => Path.GetFileName(f).StartsWith(d.Key, StringComparison.Ordinal)).MaxBy(d => d.Key.Length).Value))
            .ToList();
        foreach (var (fichier, _) in fichiers.Where(f => f.Document is null))
        {
            Console.WriteLine($"No mapping for {Path.GetFileName(fichier)}.");
        }

        var tableau = new Tableau();
        for (var passage = 1; passage <= 3; passage++)
        {
            var total = Stopwatch.StartNew();
            if (passage == 1)
            {
                Console.WriteLine("| file | rows | kept | corrected | rejected | joined | hours understood | hours as text | ms |");
                Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            }

            foreach (var (fichier, document) in fichiers.Where(f => f.Document is not null))
            {
                var chrono = Stopwatch.StartNew();
                var correspondance = (await Correspondance.LireAsync(new FileInfo(document), default)).Valeur;
                using var lecture = await LectureFichier.OuvrirAsync(fichier, correspondance.Lecture);
                var execution = atelier.Preparer(correspondance);
                var lieux = execution.Appliquer(lecture.Lignes(execution.Illisible)).Count(r => r.Fiche is not null);
                var r = execution.Rapport;
                if (passage == 1)
                {
                    Console.WriteLine($"| {Path.GetFileName(fichier)} | {r.Lues} | {r.Gardees} | {r.Corrigees} | {r.Rejetees} | {r.Regroupees} | {r.AvecHoraires} | {r.AvecHorairesEnTexte} | {chrono.ElapsedMilliseconds} |");
                }

                if (lieux != r.Gardees + r.Corrigees || r.Interruption is not null)
                {
                    throw new InvalidOperationException($"{Path.GetFileName(fichier)}: {r.Interruption ?? "the report doesn't count what came out"}.");
                }
            }

            tableau.Chiffre($"all files, pass {passage}", total.Elapsed.TotalSeconds, "s", 5);
        }

        Console.WriteLine();
        tableau.Ecrire();
    }
}
