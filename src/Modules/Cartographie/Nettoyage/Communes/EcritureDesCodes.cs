using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>Postal and INSEE codes as people and spreadsheets write them: « 4000 », « 04000.0 », « 75 011 PARIS », « 38-2-33-546 ».</summary>
internal static partial class EcritureDesCodes
{
    /// <summary>The five digits, and the rule that mended them; null when there are none.</summary>
    public static (string? Code, string? Regle) CodePostal(string? texte)
    {
        if (texte is null)
        {
            return (null, null);
        }

        var (code, regle) = (texte, (string?)null);
        if (Decimales().Match(code) is { Success: true } m)
        {
            (code, regle) = (m.Groups["n"].Value, Regles.CodePostalDecimales);
        }

        if (code.Length == 4 && code.All(char.IsAsciiDigit))
        {
            (code, regle) = ($"0{code}", Regles.CodePostalZero);
        }

        if (code.Length != 5 || !code.All(char.IsAsciiDigit))
        {
            if (code.Length > 100 || CinqChiffres().Match(code.Replace('O', '0').Replace('o', '0')) is not { Success: true } trouve)
            {
                return (null, regle);
            }

            (code, regle) = (SansEspace(trouve), Regles.CodePostalTexte);
        }

        return (code.AsSpan().IndexOfAnyExcept('0') < 0 ? null : code, regle);
    }

    /// <summary>The five characters, and the rule that mended them; null when it is too long to be one.</summary>
    public static (string? Code, string? Regle) Insee(string? texte)
    {
        if (texte is null or { Length: > 40 })
        {
            return (null, null);
        }

        var (code, regle) = (texte.ToUpperInvariant(), (string?)null);
        if (Decimales().Match(code) is { Success: true } m)
        {
            (code, regle) = (m.Groups["n"].Value, Regles.InseeEcriture);
        }

        if (code.Length == 4 && code.All(char.IsAsciiDigit))
        {
            return ($"0{code}", Regles.InseeZero);
        }

        if (InseeATirets().Match(code) is { Success: true } tirets)
        {
            var d = tirets.Groups["d"].Value.PadLeft(2, '0');
            return (d + tirets.Groups["c"].Value.PadLeft(5 - d.Length, '0'), Regles.InseeEcriture);
        }

        return InseeSixCaracteres().Match(code) is { Success: true } six ? ($"{six.Groups["d"].Value}{six.Groups["c"].Value}", Regles.InseeEcriture)
            : (code, code != texte ? Regles.InseeEcriture : regle);
    }

    /// <summary>What looks like postal codes in an address, and where the text goes on after each.</summary>
    public static IEnumerable<(string Code, int Fin)> CodesPostaux(string adresse) => CinqChiffres().Matches(adresse).Select(m => (SansEspace(m), m.Index + m.Length));

    private static string SansEspace(Match trouve) => trouve.Value.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<n>[0-9]{4,5})[.,]0{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimales();

    [GeneratedRegex(@"(?<![0-9])[0-9]{2} ?[0-9]{3}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CinqChiffres();

    [GeneratedRegex(@"^(?<d>[0-9]{2}|2[AB]|97[1-8])0(?<c>[0-9]{3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InseeSixCaracteres();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2}|2[AB]|97[1-8])-[0-9]{1,2}-[0-9]{1,2}-(?<c>[0-9]{1,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InseeATirets();
}
