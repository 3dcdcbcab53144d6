using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The sources that a search names and that no place comes from, the types that no place has nor the standard knows. A misspelt name would read as « no place »: it
/// is told which ones there are.
/// </summary>
internal static class ValeursSansLieu
{
    /// <summary>A fault for each such name, in the language of <paramref name="phrases"/>.</summary>
    public static List<Erreur> Fautes(Criteres criteres, IndexLieux index, PhrasesDesFautes phrases) =>
    [
        .. criteres.Sources.Where(s => !index.Sources.Contains(s)).Select(s => phrases.Faute("CAR-022", "Source.Inconnue", "source", [.. index.Sources], LectureCriteres.Court(s), string.Join(", ", index.Sources))),
        .. criteres.Typologies.Where(t => !index.Typologies.Contains(t)).Select(t => phrases.Faute("CAR-021", "Typologie.Inconnue", "typologie", [.. index.Typologies], LectureCriteres.Court(t), string.Join(", ", index.Typologies))),
    ];
}
