using System.Globalization;

namespace FaireAvec.Cartographie.Norme;

/// <summary>What was probably meant by a value that the standard refuses. A suggestion is always accepted by the standard; no good guess, no suggestion.</summary>
internal static class Suggestions
{
    // Nothing worth mending is longer.
    private const int LongueurMax = 300;

    private static readonly string[] FormatsDeDate = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy-M-d", "d/M/yy", "yyyyMMdd"];

    public static string? Proposer(ColonneDeLaNorme colonne, string valeur)
    {
        if (valeur.Length > LongueurMax)
        {
            return null;
        }

        var propre = colonne.Nom switch
        {
            "pivot" => string.Concat(valeur.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))).ToUpperInvariant(),
            "code_postal" => Chiffres(valeur, 5),
            "code_insee" => Chiffres(valeur, 5).ToUpperInvariant(),
            "latitude" or "longitude" => valeur.Count(c => c == ',') == 1 && !valeur.Contains('.', StringComparison.Ordinal) ? valeur.Replace(',', '.') : valeur.Trim('°', ' '),
            "telephone" => Telephone(valeur),
            "courriels" => Courriel(valeur),
            "site_web" or "fiche_acces_libre" or "prise_rdv" => Adresse(valeur),
            "date_maj" => Date(valeur),
            _ => "",
        };
        return propre.Length > 0 && propre != valeur && VerificationDeLaNorme.Convient(colonne, propre) ? propre : null;
    }

    private static string Chiffres(string valeur, int longueur)
    {
        var serre = string.Concat(valeur.Where(c => !char.IsWhiteSpace(c)));
        serre = serre.EndsWith(".0", StringComparison.Ordinal) ? serre[..^2] : serre;
        // A spreadsheet takes the zero of the left away.
        return serre.Length == longueur - 1 && serre.All(char.IsAsciiDigit) ? "0" + serre : serre;
    }

    private static string Telephone(string valeur)
    {
        var chiffres = string.Concat(valeur.Where(char.IsAsciiDigit));
        if (valeur.Any(c => char.IsLetter(c) || c is '/' or ';' or ','))
        {
            return "";
        }

        return chiffres switch
        {
            // Overseas, ten digits say it: 0590, 0262… become +590, +262.
            [_, _, ..] when valeur.TrimStart().StartsWith('+') => "+" + (chiffres.StartsWith("330", StringComparison.Ordinal) && chiffres.Length == 12 ? "33" + chiffres[3..] : chiffres),
            ['0', '0', ..] => "+" + chiffres[2..],
            ['0', _, _, _, ..] when chiffres.Length == 10 => chiffres[1..4] is "590" or "594" or "262" or "596" or "269" ? $"+{chiffres[1..4]}{chiffres[1..]}" : $"+33{chiffres[1..]}",
            ['3', '3', ..] when chiffres.Length == 11 => "+" + chiffres,
            [>= '1' and <= '9', ..] when chiffres.Length == 9 => "+33" + chiffres,
            _ => "",
        };
    }

    private static string Courriel(string valeur)
    {
        var propre = valeur.Trim().Trim('<', '>', '.', ',', ';', ':');
        propre = propre.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? propre[7..] : propre;
        return string.Concat(propre.Where(c => !char.IsWhiteSpace(c))).Replace("(at)", "@", StringComparison.OrdinalIgnoreCase).Replace("[at]", "@", StringComparison.OrdinalIgnoreCase);
    }

    private static string Adresse(string valeur)
    {
        var propre = string.Concat(valeur.Where(c => !char.IsWhiteSpace(c)));
        foreach (var (faux, juste) in ((string, string)[])[("https//", "https://"), ("http//", "http://"), ("http:/", "http://"), ("https:/", "https://"), ("htpps://", "https://"), ("htpp://", "http://"), ("http:", "http://"), ("https:", "https://")])
        {
            if (propre.StartsWith(faux, StringComparison.OrdinalIgnoreCase) && !propre.StartsWith(juste, StringComparison.OrdinalIgnoreCase))
            {
                return juste + propre[faux.Length..].TrimStart('/');
            }
        }

        return propre.Contains("://", StringComparison.Ordinal) || propre.Contains('@', StringComparison.Ordinal) ? "" : "https://" + propre.TrimStart('/');
    }

    private static string Date(string valeur)
    {
        // A date with an hour after it.
        var jour = valeur.Split([' ', 'T'], 2)[0];
        return DateOnly.TryParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || DateOnly.TryParseExact(jour, FormatsDeDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "";
    }
}
