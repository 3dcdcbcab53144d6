using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Revue;

/// <summary>One field of a place as it is shown, and where its value comes from.</summary>
/// <param name="Champ">Column of the standard.</param>
/// <param name="Valeur">What is shown; null when nothing is known.</param>
/// <param name="Sources">Codes of the sources that say so; empty when a person says so, or when nothing is known.</param>
/// <param name="Correction">The correction in force that gives the value, or part of it.</param>
internal sealed record OrigineDuChamp(string Champ, string? Valeur, IReadOnlyList<string> Sources, CorrectionDeChamp? Correction)
{
    /// <summary>The origin of each field of a place.</summary>
    /// <param name="publie">The place as it is shown.</param>
    /// <param name="fiches">Its source records, as the sources wrote them.</param>
    /// <param name="corrections">The corrections in force on these records.</param>
    public static IReadOnlyList<OrigineDuChamp> De(FicheLieu publie, IReadOnlyCollection<FicheLieu> fiches, IReadOnlyCollection<CorrectionDeChamp> corrections) =>
        [.. FicheLieu.Colonnes.Except(["id", "source"], StringComparer.Ordinal).Select(champ => De(champ, publie.Texte(champ), fiches, corrections))];

    private static OrigineDuChamp De(string champ, string? valeur, IReadOnlyCollection<FicheLieu> fiches, IReadOnlyCollection<CorrectionDeChamp> corrections)
    {
        var correction = corrections.FirstOrDefault(c => c.Champ == champ && Dit(c.Valeur, valeur));
        var corrigees = corrections.Where(c => c.Champ == champ).Select(c => c.Lieu).ToHashSet(StringComparer.Ordinal);
        var sources = valeur is null ? [] : fiches.Where(f => !corrigees.Contains(f.Id) && Dit(f.Texte(champ), valeur)).Select(f => f.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new OrigineDuChamp(champ, valeur, sources, correction);
    }

    /// <summary>True when what somebody says is the value shown, or some of its values when it is a list.</summary>
    private static bool Dit(string? dit, string? valeur) => dit == valeur
        || (dit is not null && valeur is not null && dit.Split(FicheLieu.SeparateurDeListe).Intersect(valeur.Split(FicheLieu.SeparateurDeListe), StringComparer.Ordinal).Any());
}
