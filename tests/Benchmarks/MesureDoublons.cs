using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Lecture.Lignes;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Apprentissage;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Benchmarks;

/// <summary>
/// Duplicates: quality on the kept pairs, then candidates, scores and groups on the shipped places, with the libraries, and on a million synthetic places.
/// The libraries aren't shipped: their file is in the folder named by the variable FAIREAVEC_DONNEES; without it, as many synthetic places stand for them.
/// </summary>
internal static class MesureDoublons
{
    private const int Bibliotheques = 15_779;

    public static Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var moteur = Moteur.Charger(jeu.Donnees, jeu.Territoires);
        Qualite(tableau, moteur, jeu);
        var reels = LireLieux(jeu);
        Mesurer(tableau, moteur, $"{reels.Count} real places", reels, 8, 500);
        Mesurer(tableau, moteur, $"{reels.Count + Bibliotheques} places, libraries {(LireBibliotheques() is null ? "synthetic" : "real")}", [.. reels, .. LireBibliotheques() ?? [.. jeu.Synthetiques(Bibliotheques)]], 5, 1_500);
        Paires(tableau, moteur);
        Mesurer(tableau, moteur, "1,000,000 synthetic places", [.. jeu.Synthetiques(1_000_000)], 1, 60_000);
        tableau.Chiffre("peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1e9, "GB", 4);
        tableau.Ecrire();
        return Task.CompletedTask;
    }

    private static void Qualite(Tableau tableau, Moteur moteur, Jeu jeu)
    {
        var gardees = Etiquettes.Lire(Moteur.CheminDesEtiquettes(jeu.Donnees)).Where(p => p.Garde).ToList();
        foreach (var (strate, mesure) in new Estimation(moteur.Preparateur).Mesurer(moteur.Comparateur.Poids, gardees))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{strate,-10} {mesure.Trouves + mesure.Manques,4} same {mesure.Fautes + mesure.Distincts,4} distinct: {Estimation.EnMots(mesure)}"));
            if (strate == "ensemble")
            {
                tableau.Chiffre("precision on the kept pairs", mesure.Precision * 100, "%", 97, auMoins: true);
                tableau.Chiffre("recall on the kept pairs", mesure.Rappel * 100, "%", 85, auMoins: true);
            }
        }

        Console.WriteLine();
    }

    private static void Mesurer(Tableau tableau, Moteur moteur, string nom, List<FicheLieu> fiches, int fois, double cible)
    {
        var temps = new List<double>();
        Dedoublonnage? trouve = null;
        for (var i = 0; i < fois + (fois > 1 ? 4 : 0); i++)
        {
            GC.Collect();
            var chrono = Stopwatch.StartNew();
            trouve = Dedoublonnage.Faire(moteur, fiches, DecisionsHumaines.Aucune);
            if (i >= 4 || fois == 1)
            {
                temps.Add(chrono.Elapsed.TotalMilliseconds);
            }
        }

        tableau.Temps($"{nom}: prepared, compared, grouped", temps, cible, mediane: true);
        tableau.Chiffre($"{nom}: pairs compared", trouve!.Candidats.Length, "");
        tableau.Chiffre($"{nom}: groups", trouve.Groupes.Count, "");
    }

    /// <summary>The lines of « faireavec lieux rapprocher », without the process.</summary>
    private static void Paires(Tableau tableau, Moteur moteur)
    {
        var donnees = Path.Combine(new Jeu().Donnees, Moteur.Dossier, "etiquettes.jsonl");
        var lignes = string.Join('\n', Enumerable.Repeat(File.ReadAllText(donnees).TrimEnd(), 5));
        var nombre = lignes.Count(c => c == '\n') + 1;
        void Traiter() => LignesJson.TraiterAsync(new MemoryStream(Encoding.UTF8.GetBytes(lignes)), Stream.Null, new PairesEnLignes(moteur).Repondre, CancellationToken.None).GetAwaiter().GetResult();
        Traiter();
        var chrono = Stopwatch.StartNew();
        Traiter();
        tableau.Chiffre("pairs given as JSON lines, judged with reasons", nombre / chrono.Elapsed.TotalSeconds, "a second", 2_000, auMoins: true);
    }

    /// <summary>All the shipped rows, those held back from the map too.</summary>
    private static List<FicheLieu> LireLieux(Jeu jeu)
    {
        using var fichier = LectureFichier.OuvrirAsync(Path.Combine(jeu.Donnees, "lieux", "lieux.csv.gz")).GetAwaiter().GetResult();
        return [.. LignesDeLieux.Lire(fichier, _ => { }).Select(l => FicheLieu.DepuisTexte(c => l[c]))];
    }

    private static List<FicheLieu>? LireBibliotheques()
    {
        var chemin = Path.Combine(Environment.GetEnvironmentVariable("FAIREAVEC_DONNEES") ?? "", "bibliotheques-publiques.csv");
        if (!File.Exists(chemin))
        {
            return null;
        }

        using var flux = File.OpenRead(chemin);
        using var lecteur = CsvReader.Create(flux, new CsvReaderOptions { Encoding = Encoding.UTF8, Separator = ',', HasHeader = false });
        lecteur.Read();
        var colonnes = lecteur.Current.ToArray().Select((nom, i) => (nom, i)).ToDictionary(c => c.nom, c => c.i, StringComparer.Ordinal);
        var fiches = new List<FicheLieu>(Bibliotheques);
        while (lecteur.Read())
        {
            var ligne = lecteur.Current.ToArray();
            string? Valeur(string nom) => colonnes.TryGetValue(nom, out var i) ? ligne[i] : null;
            fiches.Add(FicheLieu.DepuisTexte(c => c switch
            {
                "id" => $"bibliotheques_{Valeur("code_bib")}",
                "source" => "bibliotheques",
                "typologie" => "BIB",
                "complement_adresse" => Valeur("nom2"),
                _ => Valeur(c),
            }));
        }

        return fiches;
    }
}
