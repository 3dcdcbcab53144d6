namespace FaireAvec.Kernel.Normes;

/// <summary>
/// The social-security number (NIR): sex, year and month of birth, département (2A and 2B in Corsica), commune, rank, then a key of two digits. The product
/// never keeps one; it only knows them so as to refuse them.
/// </summary>
public static class NumeroNir
{
    /// <summary>Characters without the key.</summary>
    public const int SansCle = 13;

    /// <summary>Characters with the key.</summary>
    public const int AvecCle = 15;

    /// <summary>True when the 15 characters have the shape and the key of a NIR.</summary>
    public static bool Valable(ReadOnlySpan<char> quinze) =>
        quinze.Length == AvecCle && Forme(quinze[..SansCle], moisReel: false) && char.IsAsciiDigit(quinze[13]) && char.IsAsciiDigit(quinze[14])
        && Cle(quinze[..SansCle]) == ((quinze[13] - '0') * 10) + quinze[14] - '0';

    /// <summary>True when the 13 characters can begin a NIR.</summary>
    /// <param name="treize">Without the key.</param>
    /// <param name="moisReel">False: also the codes of a month that isn't known (20 to 42, 50 to 99), and temporary numbers.</param>
    public static bool Forme(ReadOnlySpan<char> treize, bool moisReel)
    {
        if (treize.Length != SansCle)
        {
            return false;
        }

        for (var i = 0; i < SansCle; i++)
        {
            if (!char.IsAsciiDigit(treize[i]) && !(i == 6 && treize[5] == '2' && treize[6] is 'A' or 'B' or 'a' or 'b'))
            {
                return false;
            }
        }

        var mois = ((treize[3] - '0') * 10) + treize[4] - '0';
        return treize[0] is '1' or '2' || (!moisReel && treize[0] is '3' or '4' or '7' or '8')
            ? (mois is >= 1 and <= 12 || (!moisReel && mois is (>= 20 and <= 42) or >= 50))
                && treize[5..7] is not "00" && treize[7..10] is not "000" && treize[10..] is not "000"
            : false;
    }

    /// <summary>The key of 13 characters: 97 less the rest of the division by 97; 2A counts as 19, 2B as 18.</summary>
    public static int Cle(ReadOnlySpan<char> treize)
    {
        var reste = 0L;
        for (var i = 0; i < treize.Length; i++)
        {
            var chiffre = i == 5 && treize[6] is 'A' or 'B' or 'a' or 'b' ? 1
                : i == 6 && treize[6] is 'A' or 'a' ? 9
                : i == 6 && treize[6] is 'B' or 'b' ? 8
                : treize[i] - '0';
            reste = ((reste * 10) + chiffre) % 97;
        }

        return 97 - (int)reste;
    }
}
