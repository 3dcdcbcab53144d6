namespace FaireAvec.Cartographie.Revue;

/// <summary>The two records of a pair.</summary>
internal sealed record ClePaire(string A, string B)
{
    // Ids are of any characters; none has a tab, which the reading of files makes a space.
    private const char Separateur = '\t';

    /// <summary>As one value of a form.</summary>
    public override string ToString() => $"{A}{Separateur}{B}";

    /// <summary>Reads it back; null when it isn't a pair.</summary>
    public static ClePaire? Lire(string? texte) => texte?.Split(Separateur) is [{ Length: > 0 } a, { Length: > 0 } b] && a != b ? new(a, b) : null;
}
