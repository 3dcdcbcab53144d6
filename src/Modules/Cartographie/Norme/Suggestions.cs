using System.Globalization;
using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// What was meant by a value that the standard refuses, as the cleaning reads it. A suggestion is always accepted by the standard; when what was meant
/// isn't plain there is none.
/// </summary>
internal static class Suggestions
{
    // Nothing worth mending is longer.
    private const int LongueurMax = 300;

    // Whether a date is to come is another question.
    private static readonly DateOnly UnJourLointain = new(2999, 12, 31);

    public static string? Proposer(ColonneDeLaNorme colonne, string valeur)
    {
        if (valeur.Length > LongueurMax)
        {
            return null;
        }

        var propre = colonne.Nom switch
        {
            "pivot" => Pivot.Nettoyer(valeur).Valeur,
            "code_postal" => Chiffres(valeur),
            "code_insee" => Chiffres(valeur).ToUpperInvariant(),
            "latitude" or "longitude" => valeur.Count(c => c == ',') == 1 && !valeur.Contains('.', StringComparison.Ordinal) ? valeur.Replace(',', '.') : valeur.Trim('°', ' '),
            // A mobile, or somebody's own address, may not be published; it may be written right.
            "telephone" => Telephone.Lire(valeur).Numero?.E164,
            "courriels" => Courriel.Nettoyer(valeur) is var c && c.Valeur is [var seul] ? seul : c.Releve.Retenues is [var retenue] ? retenue.Valeur : null,
            "site_web" or "fiche_acces_libre" or "prise_rdv" => AdresseWeb.Nettoyer(valeur, colonne.Nom).Valeur,
            "date_maj" => DateSource.Nettoyer(valeur, UnJourLointain).Valeur?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => null,
        };
        return propre is { Length: > 0 } && propre != valeur && VerificationDeLaNorme.Convient(colonne, propre) ? propre : null;
    }

    /// <summary>Metres of Lambert-93, in whichever column each is, in degrees.</summary>
    public static string? EnDegres(ColonneDeLaNorme colonne, string? latitude, string? longitude)
    {
        if (colonne.Nom is not ("latitude" or "longitude") || Metres(latitude) is not { } y || Metres(longitude) is not { } x)
        {
            return null;
        }

        if (x > y)
        {
            (x, y) = (y, x);
        }

        if (!Lambert93.EstPlausible(x, y))
        {
            return null;
        }

        var (enLatitude, enLongitude) = Lambert93.EnDegres(x, y);
        return Math.Round(colonne.Nom == "latitude" ? enLatitude : enLongitude, 6).ToString(CultureInfo.InvariantCulture);

        static double? Metres(string? texte) => double.TryParse(texte?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    /// <summary>A code without its blanks and decimals, with the zero that a spreadsheet took from its left.</summary>
    private static string Chiffres(string valeur)
    {
        var serre = string.Concat(valeur.Where(c => !char.IsWhiteSpace(c)));
        serre = serre.EndsWith(".0", StringComparison.Ordinal) ? serre[..^2] : serre;
        return serre.Length == 4 && serre.All(char.IsAsciiDigit) ? "0" + serre : serre;
    }
}
