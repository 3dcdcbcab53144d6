using System.Collections.Frozen;
using System.Text;

namespace FaireAvec.Kernel.Normes;

/// <summary>
/// The French numbering plan (ARCEP, decisions 2018-0881 and 2022-1583) and those of the Pacific: which numbers exist by their shape, which
/// international code they have, how they are written. Every ten-digit number is dialled the same in mainland France and in the overseas départements,
/// so its first digits alone give its international code. Unassigned blocks are accepted: they are assigned one by one, and a list would be out of date.
/// </summary>
public static class PlanDeNumerotation
{
    /// <summary>Country codes of France, the longest first.</summary>
    public static readonly string[] Indicatifs = ["262", "508", "590", "594", "596", "681", "687", "689", "33"];

    /// <summary>Country codes whose numbers have nine digits, written with a 0 in front.</summary>
    private static readonly FrozenSet<string> ADixChiffres = FrozenSet.Create(StringComparer.Ordinal, "33", "262", "590", "594", "596");

    private static readonly FrozenSet<string> CourtsATroisOuMoins = FrozenSet.Create(StringComparer.Ordinal, "15", "17", "18", "191", "196", "197");

    // Beginning of the national number without its 0, and country code. The first that fits wins.
    private static readonly (string Debut, string Indicatif)[] OutreMer =
    [
        // 06 39 98, inside Mayotte's block, is set aside for fiction in mainland France.
        ("63998", "33"),
        ("70840", "508"), ("70841", "508"), ("70842", "508"), ("70843", "508"), ("70844", "508"), ("70845", "508"), ("7085", "508"),
        ("70935", "262"), ("70936", "262"), ("70937", "262"), ("70938", "262"), ("70939", "262"),
        ("7090", "590"), ("7091", "596"), ("7092", "262"), ("7093", "594"),
        ("9395", "590"), ("9396", "594"), ("9397", "596"), ("9398", "262"), ("9399", "262"),
        ("9475", "590"), ("9476", "594"), ("9477", "596"), ("9478", "262"), ("9479", "262"),
        ("2688", "262"), ("2689", "262"), ("5987", "590"), ("5988", "594"), ("5989", "596"),
        ("262", "262"), ("263", "262"), ("269", "262"), ("590", "590"), ("594", "594"), ("596", "596"), ("508", "508"),
        ("639", "262"), ("690", "590"), ("691", "590"), ("692", "262"), ("693", "262"), ("694", "594"), ("696", "596"), ("697", "596"),
    ];

    /// <summary>The country code used in a département or collectivity; "33" elsewhere and when it isn't known.</summary>
    public static string IndicatifDuDepartement(string? departement) => departement switch
    {
        "971" or "977" or "978" => "590",
        "972" => "596",
        "973" => "594",
        "974" or "976" => "262",
        "975" => "508",
        "986" => "681",
        "987" => "689",
        "988" => "687",
        _ => "33",
    };

    /// <summary>Digits of a number without its country code: six in the small collectivities, eight in Polynesia, none for the ten-digit plan.</summary>
    public static int LongueurLocale(string indicatif) => indicatif switch
    {
        "508" or "681" or "687" => 6,
        "689" => 8,
        _ => 0,
    };

    /// <summary>A number of the ten-digit plan, given with its leading 0; null when no number has this shape.</summary>
    /// <param name="dixChiffres">Ten digits.</param>
    /// <param name="departement">Decides only for 0976, shared between all the overseas territories.</param>
    public static NumeroTelephone? DixChiffres(ReadOnlySpan<char> dixChiffres, string? departement)
    {
        if (dixChiffres.Length != 10 || dixChiffres[0] != '0' || dixChiffres[1] == '0')
        {
            return null;
        }

        var national = dixChiffres[1..];
        var indicatif = "33";
        foreach (var (debut, code) in OutreMer)
        {
            if (national.StartsWith(debut, StringComparison.Ordinal))
            {
                indicatif = code;
                break;
            }
        }

        if (national.StartsWith("976", StringComparison.Ordinal) && IndicatifDuDepartement(departement) is var local && ADixChiffres.Contains(local))
        {
            indicatif = local;
        }

        if (indicatif == "508")
        {
            // Saint-Pierre-et-Miquelon: 05 08 41 12 34 is +508 41 12 34.
            return national.StartsWith("508", StringComparison.Ordinal) ? Local("508", national[3..]) : Neuf("508", national, TypeTelephone.Mobile);
        }

        return Neuf(indicatif, national, national[0] switch
        {
            '6' or '7' => TypeTelephone.Mobile,
            '8' => TypeTelephone.Special,
            _ => TypeTelephone.Fixe,
        });
    }

    /// <summary>A number of one of the collectivities with a plan of its own; null when no number has this shape.</summary>
    public static NumeroTelephone? Local(string indicatif, ReadOnlySpan<char> chiffres)
    {
        if (chiffres.Length != LongueurLocale(indicatif))
        {
            return indicatif == "508" && chiffres.Length == 9 && chiffres.StartsWith("708", StringComparison.Ordinal) ? Neuf("508", chiffres, TypeTelephone.Mobile) : null;
        }

        TypeTelephone? type = (indicatif, chiffres[0], chiffres[1]) switch
        {
            ("508", '4', '1' or '5' or '6' or '7') or ("508", '5', '1') => TypeTelephone.Fixe,
            ("508", '4' or '5', _) => TypeTelephone.Mobile,
            ("681", '7', '2') => TypeTelephone.Fixe,
            ("681", '8', _) => TypeTelephone.Mobile,
            ("681", '4' or '6' or '9', _) => TypeTelephone.Fixe,
            ("687", '0', '5') => TypeTelephone.Special,
            ("687", '2' or '3' or '4', _) or ("687", '8', '8') => TypeTelephone.Fixe,
            ("687", '5' or '7' or '8' or '9', _) => TypeTelephone.Mobile,
            ("689", '4', '0' or '4' or '9') => TypeTelephone.Fixe,
            ("689", '8', '7' or '8' or '9') => TypeTelephone.Mobile,
            _ => null,
        };
        return type is { } t ? new NumeroTelephone($"+{indicatif}{chiffres}", null, $"+{indicatif} {ParPaires(chiffres)}", t) : null;
    }

    /// <summary>What follows a country code of France: nine digits, or the local number. The code is checked against the number itself.</summary>
    public static NumeroTelephone? ApresIndicatif(string indicatif, ReadOnlySpan<char> reste, string? departement)
    {
        if (!ADixChiffres.Contains(indicatif))
        {
            // « +687 0 26 12 34 » is written by people who know the ten-digit plan.
            return Local(indicatif, reste) ?? (reste is ['0', .. var sans] ? Local(indicatif, sans) : null);
        }

        // « +33 04 77… », « +262 0262… »: the 0 has been left.
        if (reste.Length == 10 && reste[0] == '0')
        {
            return DixChiffres(reste, departement);
        }

        if (reste.Length == 9)
        {
            return DixChiffres($"0{reste}", departement);
        }

        // « +590 12 34 56 »: the code is also the beginning of the landlines, and it was written once.
        return reste.Length == 6 && indicatif is "590" or "594" or "596" ? DixChiffres($"0{indicatif}{reste}", departement) : null;
    }

    /// <summary>A short number in use in France by its shape: 15, 17, 18, 11X, 191, 196, 197, 10YT, 3BPQ, 116XXX, 118XXX.</summary>
    public static NumeroTelephone? Court(ReadOnlySpan<char> chiffres)
    {
        var valable = chiffres.Length switch
        {
            2 or 3 => CourtsATroisOuMoins.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chiffres) || (chiffres.Length == 3 && chiffres.StartsWith("11", StringComparison.Ordinal)),
            4 => chiffres.StartsWith("10", StringComparison.Ordinal) || chiffres[0] == '3',
            6 => chiffres.StartsWith("116", StringComparison.Ordinal) || chiffres.StartsWith("118", StringComparison.Ordinal),
            _ => false,
        };
        if (!valable)
        {
            return null;
        }

        var affichage = chiffres.Length switch
        {
            4 => $"{chiffres[..2]} {chiffres[2..]}",
            6 => $"{chiffres[..3]} {chiffres[3..]}",
            _ => chiffres.ToString(),
        };
        return new NumeroTelephone(null, chiffres.ToString(), affichage, TypeTelephone.Court);
    }

    private static NumeroTelephone Neuf(string indicatif, ReadOnlySpan<char> national, TypeTelephone type)
    {
        var affichage = (indicatif, type) switch
        {
            // As the operators of these numbers must write them: 0 800 123 456.
            (_, TypeTelephone.Special) => $"0 {national[..3]} {national[3..6]} {national[6..]}",
            ("33", _) => $"0{national[0]} {ParPaires(national[1..])}",
            _ => $"0{national[..3]} {ParPaires(national[3..])}",
        };
        return new NumeroTelephone($"+{indicatif}{national}", null, affichage, type);
    }

    private static string ParPaires(ReadOnlySpan<char> chiffres)
    {
        var sortie = new StringBuilder(chiffres.Length * 2);
        for (var i = 0; i < chiffres.Length; i++)
        {
            if (i > 0 && i % 2 == 0)
            {
                sortie.Append(' ');
            }

            sortie.Append(chiffres[i]);
        }

        return sortie.ToString();
    }
}
