using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>How the texts of a partner are compared: case, accents, signs and spaces don't count. A text made of signs alone is compared as it is.</summary>
internal static class TexteCompare
{
    /// <summary>Longest text of a cell that is compared: beyond, the end isn't read.</summary>
    public const int LongueurMax = 10_000;

    public static string Plier(string texte)
    {
        var court = texte.Length > LongueurMax ? texte[..LongueurMax] : texte;
        return TexteRecherche.Normaliser(court) is { Length: > 0 } plie ? plie : court.Trim();
    }

    /// <summary>True when the words follow each other in the text, both folded.</summary>
    public static bool ContientMots(string textePlie, string motsPlies)
    {
        for (var i = textePlie.IndexOf(motsPlies, StringComparison.Ordinal); i >= 0; i = textePlie.IndexOf(motsPlies, i + 1, StringComparison.Ordinal))
        {
            var fin = i + motsPlies.Length;
            if ((i == 0 || textePlie[i - 1] == ' ') && (fin == textePlie.Length || textePlie[fin] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parts of a cell, trimmed, without the empty ones. Without a separator, the cell itself.</summary>
    public static string[] Decouper(string texte, string[] separateurs) => separateurs.Length == 0
        ? [texte]
        : texte.Split(separateurs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
