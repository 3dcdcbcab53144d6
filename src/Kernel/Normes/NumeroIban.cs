using System.Collections.Frozen;

namespace FaireAvec.Kernel.Normes;

/// <summary>Number of a bank account (ISO 13616): a country, two digits of control, then as many characters as the country says.</summary>
public static class NumeroIban
{
    // « FR27 » : two letters, then the length. From the public register of the standard.
    private static readonly FrozenDictionary<string, int> Longueurs = (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 "
        + "HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 "
        + "QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20")
        .Split(' ').ToFrozenDictionary(p => p[..2], p => int.Parse(p[2..], System.Globalization.CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ParPays = Longueurs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest one.</summary>
    public const int Max = 34;

    /// <summary>Characters of an account of this country; null for a country without.</summary>
    public static int? Longueur(ReadOnlySpan<char> pays) => ParPays.TryGetValue(pays, out var longueur) ? longueur : null;

    /// <summary>True when the characters, without spaces, have the length of their country and the key modulo 97.</summary>
    public static bool Valable(ReadOnlySpan<char> iban)
    {
        if (iban.Length < 5 || Longueur(iban[..2]) != iban.Length)
        {
            return false;
        }

        var reste = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            // The country and the control digits are read last.
            var c = char.ToUpperInvariant(iban[(i + 4) % iban.Length]);
            if (char.IsAsciiDigit(c))
            {
                reste = ((reste * 10) + c - '0') % 97;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                reste = ((reste * 100) + c - 'A' + 10) % 97;
            }
            else
            {
                return false;
            }
        }

        return reste == 1;
    }
}
