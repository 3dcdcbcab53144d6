using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The rules of a file's row, for a place that doesn't come from a file: made or corrected by hand, or already cleaned.</summary>
internal static class VerificationDeFiche
{
    private static readonly Entete Colonnes = Entete.DeCellules(FicheLieu.Colonnes);

    /// <summary>The place ready to be written, or null with the reasons. What was left out is told too.</summary>
    public static (Lieu? Lieu, IReadOnlyList<Anomalie> Anomalies) Verifier(FicheLieu fiche, TimeProvider horloge)
    {
        var anomalies = new List<Anomalie>();
        var lieu = new LectureLieu(horloge, anomalies.Add).Lire(EnLigne(1, fiche));
        // A file's row with such a name waits, held back, for its producer; whoever types it can name the place at once.
        if (lieu is not null && NomDeLieu.Refus(lieu.Nom) is { } refus)
        {
            anomalies.RemoveAll(a => a.Champ == "nom");
            anomalies.Add(new Anomalie(1, lieu.Id, "nom", lieu.Nom, refus, Rejete: false));
        }

        return (lieu, anomalies);
    }

    /// <summary>The cells that a file of the standard would have.</summary>
    public static LigneBrute EnLigne(long numero, FicheLieu fiche) => new(numero, Colonnes, Array.ConvertAll(FicheLieu.Colonnes, fiche.Texte));

    /// <summary>The same place with one column changed.</summary>
    public static FicheLieu Avec(FicheLieu fiche, IReadOnlyDictionary<string, string?> valeurs) =>
        FicheLieu.DepuisTexte(colonne => valeurs.TryGetValue(colonne, out var valeur) ? valeur : fiche.Texte(colonne));
}
