using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The rules of a file's row, for a place that doesn't come from a file: made or corrected by hand, or already cleaned.</summary>
internal static class VerificationDeFiche
{
    private static readonly Dictionary<string, int> Places = FicheLieu.Colonnes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);

    /// <summary>The place ready to be written, or null with the reasons. What was left out is told too.</summary>
    public static (Lieu? Lieu, IReadOnlyList<Anomalie> Anomalies) Verifier(FicheLieu fiche, TimeProvider horloge)
    {
        var anomalies = new List<Anomalie>();
        var lieu = new LectureLieu(horloge, anomalies.Add).Lire(1, EnLigne(fiche));
        return (lieu, anomalies);
    }

    /// <summary>The cells that a file of the standard would have.</summary>
    public static LigneCsv EnLigne(FicheLieu fiche) => new([.. FicheLieu.Colonnes.Select(c => fiche.Texte(c) ?? "")], Places);

    /// <summary>The same place with one column changed.</summary>
    public static FicheLieu Avec(FicheLieu fiche, IReadOnlyDictionary<string, string?> valeurs) =>
        FicheLieu.DepuisTexte(colonne => valeurs.TryGetValue(colonne, out var valeur) ? valeur : fiche.Texte(colonne));
}
