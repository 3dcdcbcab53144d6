using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Everything that is needed to compare places, from the folder <c>data/rapprochement</c>.</summary>
internal sealed class Moteur
{
    public const string Dossier = "rapprochement";

    private Moteur(Preparateur preparateur, Comparateur comparateur) => (Preparateur, Comparateur) = (preparateur, comparateur);

    public Preparateur Preparateur { get; }

    public Comparateur Comparateur { get; }

    /// <param name="dossierDonnees">The folder <c>data</c> of the product.</param>
    /// <param name="territoires">Communes and postal codes.</param>
    public static Moteur Charger(string dossierDonnees, ITerritoires territoires) =>
        Avec(Frequences.Lire(CheminDesFrequences(dossierDonnees)), Poids.Lire(CheminDesPoids(dossierDonnees)), territoires);

    public static Moteur Avec(Frequences frequences, Poids poids, ITerritoires territoires) => new(new Preparateur(territoires, frequences), new Comparateur(frequences, poids));

    public static string CheminDesPoids(string dossierDonnees) => Path.Combine(dossierDonnees, Dossier, "poids.json");

    public static string CheminDesFrequences(string dossierDonnees) => Path.Combine(dossierDonnees, Dossier, "frequences.csv.gz");

    public static string CheminDesEtiquettes(string dossierDonnees) => Path.Combine(dossierDonnees, Dossier, "etiquettes.jsonl");

    /// <summary>Decision, probability and reasons for two places.</summary>
    public (Verdict Verdict, IReadOnlyList<string> Raisons) Rapprocher(FicheLieu a, FicheLieu b)
    {
        var (x, y) = (Preparateur.Preparer(a), Preparateur.Preparer(b));
        return Rapprocher(x, y);
    }

    public (Verdict Verdict, IReadOnlyList<string> Raisons) Rapprocher(Profil a, Profil b)
    {
        var indices = Comparateur.Relever(a, b);
        return (Comparateur.Juger(a, b, indices), Rapprochement.Raisons.Dire(a, b, indices, Comparateur.Poids));
    }
}
