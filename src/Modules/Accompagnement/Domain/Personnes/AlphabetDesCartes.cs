namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>
/// The 32 characters of cards: digits and capitals without I, L, O and U, which are read or heard for something else. As there are 32, each is an
/// element of the field GF(32), in which the check character is worked out.
/// </summary>
internal static class AlphabetDesCartes
{
    public const string Signes = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // What people type: a few characters more than the code, never a page.
    private const int SaisieMax = 40;

    // x^5 + x^2 + 1, irreducible; x is a generator, so its powers are all different.
    private const int Polynome = 0b100101;

    /// <summary>The code as typed, made comparable; null when it can't be one of this length: lower case, spaces and dashes pass, O is 0, I and L are 1.</summary>
    public static string? Lire(string? saisie, int longueur)
    {
        if (saisie is not { Length: > 0 and <= SaisieMax })
        {
            return null;
        }

        Span<char> lu = stackalloc char[longueur];
        var n = 0;
        foreach (var c in saisie)
        {
            if (EstUnSeparateur(c))
            {
                continue;
            }

            if (n == longueur || Signe(c) is not { } signe)
            {
                return null;
            }

            lu[n++] = signe;
        }

        return n == longueur ? new string(lu) : null;
    }

    /// <summary>Rank of a character, from 0 to 31.</summary>
    public static int Rang(char signe) => Signes.IndexOf(signe, StringComparison.Ordinal);

    /// <summary>The check character of these: the sum of each by its own power of x.</summary>
    public static char Controle(ReadOnlySpan<char> signes)
    {
        var somme = 0;
        foreach (var signe in signes)
        {
            somme = ParX(somme ^ Rang(signe));
        }

        return Signes[somme];
    }

    private static int ParX(int element) => (element & 0b10000) == 0 ? element << 1 : (element << 1) ^ Polynome;

    private static bool EstUnSeparateur(char c) => char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '.' or '_';

    private static char? Signe(char c) => c switch
    {
        'o' or 'O' => '0',
        'i' or 'I' or 'l' or 'L' => '1',
        >= 'a' and <= 'z' => Connu((char)(c - 32)),
        _ => Connu(c),
    };

    private static char? Connu(char c) => Signes.Contains(c, StringComparison.Ordinal) ? c : null;
}
