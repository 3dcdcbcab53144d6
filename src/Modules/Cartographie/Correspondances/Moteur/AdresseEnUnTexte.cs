using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// A whole address in one text, cut around its postal code: « 8 rue de la Boétie - 33000 Bordeaux ». The last number of five digits that can be a postal
/// code is the one; without it, all is street, but for the commune at the end when it is known.
/// </summary>
internal static partial class AdresseEnUnTexte
{
    private const int LongueurMax = 1_000;
    private static readonly char[] Bords = [' ', ',', ';', '-', '–', '—', '.', ':', '(', ')', '\n', '\r', '\t'];

    public static (string? Voie, string? CodePostal, string? Commune) Couper(string texte, string? commune)
    {
        var propre = Blancs().Replace(texte.Length > LongueurMax ? texte[..LongueurMax] : texte, " ").Trim();
        if (CodePostal().Matches(propre) is { Count: > 0 } trouves)
        {
            var code = trouves[^1];
            return (Bord(propre[..code.Index]), code.Value.Replace(" ", "", StringComparison.Ordinal), Bord(propre[(code.Index + code.Length)..]));
        }

        return (Bord(SansCommune(propre, commune)), null, null);
    }

    /// <summary>« 1 chemin des Iris, Lormont » without « Lormont »; never all the text.</summary>
    private static string SansCommune(string texte, string? commune)
    {
        if (commune is null)
        {
            return texte;
        }

        var (mots, nom) = (texte.Split(' '), TexteRecherche.Normaliser(commune));
        for (var n = 1; n < Math.Min(mots.Length, 8); n++)
        {
            if (TexteRecherche.Normaliser(string.Join(' ', mots[^n..])) == nom)
            {
                return string.Join(' ', mots[..^n]);
            }
        }

        return texte;
    }

    private static string? Bord(string texte) => texte.Trim(Bords) is { Length: > 0 } t ? t : null;

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blancs();

    [GeneratedRegex(@"\b(0[1-9]|[1-8][0-9]|9[0-58]|2[AB]|97) ?[0-9]{3}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodePostal();
}
