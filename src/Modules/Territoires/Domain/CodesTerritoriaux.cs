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

    /// <summary>How many numbers <see cref="Lire"/> can give, from 0.</summary>
    public const int Numeros = 120_000;

    /// <summary>An INSEE code as a number, in the order of the codes; -1 when it hasn't the shape of one.</summary>
    public static int Lire(ReadOnlySpan<char> code)
    {
        if (!ALaFormeDUnCode(code))
        {
            return -1;
        }

        var deuxieme = char.IsAsciiDigit(code[1]) ? code[1] - '0' : (code[1] | ' ') - 'a' + 10;
        return ((code[0] - '0') * 12_000) + (deuxieme * 1_000) + Chiffres(code[2..]);
    }

    /// <summary>The INSEE code of a number that <see cref="Lire"/> gave.</summary>
    public static string Ecrire(int numero) => string.Create(5, numero, static (code, n) =>
    {
        code[0] = (char)('0' + (n / 12_000));
        code[1] = "0123456789AB"[n / 1_000 % 12];
        code[2] = (char)('0' + (n / 100 % 10));
        code[3] = (char)('0' + (n / 10 % 10));
        code[4] = (char)('0' + (n % 10));
    });

    /// <summary>How many numbers <see cref="LireCodePostal"/> can give, from 0.</summary>
    public const int NumerosPostaux = 100_000;

    /// <summary>A postal code as a number; -1 when it isn't five digits.</summary>
    public static int LireCodePostal(ReadOnlySpan<char> code) => code.Length == 5 && SontDesChiffres(code) ? Chiffres(code) : -1;

    private static int Chiffres(ReadOnlySpan<char> chiffres)
    {
        var n = 0;
        foreach (var c in chiffres)
        {
            n = (n * 10) + (c - '0');
        }

        return n;
    }

    private static string? ParChiffres(ReadOnlySpan<char> code) => code[..2] switch
    {
        "97" => code[2] is >= '1' and <= '8' ? code[..3].ToString() : null,
        "98" => code[2] is '4' or >= '6' and <= '9' ? code[..3].ToString() : null,
        "00" or "96" or "99" => null,
        _ => code[..2].ToString(),
    };
}
