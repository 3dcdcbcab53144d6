namespace FaireAvec.Cartographie.Norme;

/// <summary>How much a defect weighs.</summary>
internal enum Niveau
{
    /// <summary>The file doesn't follow the standard.</summary>
    Bloquant,

    /// <summary>To look at; the file may be used.</summary>
    Avertissement,
}

/// <summary>One defect of one value, as a person can mend it.</summary>
/// <param name="Ligne">Row, as a person counts (see <see cref="Lecture.LigneBrute.Numero"/>); 1 for a defect of the header; null for one of the whole file.</param>
/// <param name="Id">Id of the place, when it has one.</param>
/// <param name="Colonne">Column, in the standard's name when there is one.</param>
/// <param name="Valeur">What was written, shortened.</param>
/// <param name="Regle">Code of the rule.</param>
/// <param name="Niveau">How much it weighs.</param>
/// <param name="Message">A French sentence.</param>
/// <param name="Suggestion">What to write instead, when there is a good guess.</param>
internal sealed record Defaut(long? Ligne, string? Id, string? Colonne, string? Valeur, string Regle, Niveau Niveau, string Message, string? Suggestion = null)
{
    private const int ValeurMax = 200;

    /// <summary>A text shortened for a report, without what a terminal would obey.</summary>
    public static string? Court(string? valeur)
    {
        if (valeur is null)
        {
            return null;
        }

        var court = valeur.Length > ValeurMax ? valeur[..ValeurMax] + "…" : valeur;
        return court.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? string.Concat(court.EnumerateRunes().Select(r => System.Text.Rune.IsControl(r) ? " " : r.ToString())) : court;
    }
}
