namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Telephone numbers of people helped, mainland and overseas.</summary>
internal static class Telephones
{
    /// <summary>Longest number with its prefix (E.164 has 15 digits).</summary>
    public const int Max = 16;

    private const int SaisieMax = 40;

    // Those whose national form begins by 0, as in mainland France.
    private static readonly string[] Nationaux = ["33", "262", "590", "594", "596"];

    // Luxembourg for those who live at the border; territories with numbers of their own.
    private static readonly string[] Autres = ["352", "508", "681", "687", "689"];

    /// <summary>The number made comparable: « 0639980102 », or « +687123456 » where the national form has no 0. Null when it can't be one.</summary>
    public static string? Lire(string? saisie)
    {
        if (saisie is not { Length: > 0 and <= SaisieMax })
        {
            return null;
        }

        var texte = string.Concat(saisie.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')' or '/' or '\u2011')));
        if (texte.StartsWith("00", StringComparison.Ordinal))
        {
            texte = $"+{texte[2..]}";
        }

        if (texte.Length < 2 || !texte.AsSpan(1).ContainsOnlyDigits())
        {
            return null;
        }

        if (texte[0] == '0')
        {
            return National(texte);
        }

        if (texte[0] != '+')
        {
            return null;
        }

        var suite = texte[1..];
        foreach (var prefixe in Nationaux.Where(p => suite.StartsWith(p, StringComparison.Ordinal)))
        {
            // « +33 (0)6 … » is often written.
            var reste = suite[prefixe.Length..].TrimStart('0');
            return National($"0{reste}");
        }

        return Array.Exists(Autres, p => suite.StartsWith(p, StringComparison.Ordinal) && suite.Length - p.Length is >= 6 and <= 9) ? texte : null;
    }

    /// <summary>« 06 39 98 01 02 ».</summary>
    public static string Presenter(string numero) =>
        numero[0] == '+' ? $"{numero[..4]} {numero[4..]}" : string.Join('\u00a0', Enumerable.Range(0, numero.Length / 2).Select(i => numero.Substring(2 * i, 2)));

    // Special numbers (08…) are nobody's.
    private static string? National(string texte) => texte.Length == 10 && texte[1] is >= '1' and <= '9' and not '8' ? texte : null;

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> texte)
    {
        foreach (var c in texte)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
