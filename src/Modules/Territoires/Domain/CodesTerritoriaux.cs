namespace FaireAvec.Territoires.Domain;

/// <summary>What the shape of a code says, without any list.</summary>
internal static class CodesTerritoriaux
{
    /// <summary>The département in an INSEE code, or null when the code has not the shape of one.</summary>
    public static string? DepartementDeInsee(ReadOnlySpan<char> code)
    {
        if (code.Length != 5 || !SontDesChiffres(code[2..]) || !char.IsAsciiDigit(code[0]))
        {
            return null;
        }

        if (code[0] == '2' && code[1] is 'A' or 'a')
        {
            return "2A";
        }

        if (code[0] == '2' && code[1] is 'B' or 'b')
        {
            return "2B";
        }

        // Corsican codes have not begun by 20 since 1976, and such a code doesn't say which half.
        return char.IsAsciiDigit(code[1]) && !code.StartsWith("20") ? ParChiffres(code) : null;
    }

    /// <summary>The département that the first digits of a postal code announce. The list of communes knows better where a code crosses a border.</summary>
    public static string? DepartementDuCodePostal(ReadOnlySpan<char> code)
    {
        if (code.Length != 5 || !SontDesChiffres(code))
        {
            return null;
        }

        return code[..3] switch
        {
            "200" or "201" => "2A",
            "202" or "206" => "2B",
            _ when code.StartsWith("20") => null,
            _ => ParChiffres(code),
        };
    }

    /// <summary>Five digits, or 2A or 2B and three digits.</summary>
    public static bool ALaFormeDUnCode(ReadOnlySpan<char> code) =>
        code.Length == 5 && code[0] is >= '0' and <= '9' && SontDesChiffres(code[2..]) &&
        (char.IsAsciiDigit(code[1]) || (code[0] == '2' && code[1] is 'a' or 'b' or 'A' or 'B'));

    /// <summary>True when there are only digits 0–9, and at least one.</summary>
    public static bool SontDesChiffres(ReadOnlySpan<char> texte) => !texte.IsEmpty && !texte.ContainsAnyExceptInRange('0', '9');

    private static string? ParChiffres(ReadOnlySpan<char> code) => code[..2] switch
    {
        "97" => code[2] is >= '1' and <= '8' ? code[..3].ToString() : null,
        "98" => code[2] is '4' or >= '6' and <= '9' ? code[..3].ToString() : null,
        "00" or "96" or "99" => null,
        _ => code[..2].ToString(),
    };
}
