using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Oidc;

/// <summary>
/// Reads the pivot identity as FranceConnect gives it: several first names in one text, names in capitals, a place of birth that is absent or empty for
/// people born abroad, unknown months and days. An e-mail address isn't looked at.
/// </summary>
internal static partial class LectureDuPivot
{
    private const int NomMax = 200;

    public static Resultat<IdentitePivot> Lire(IReadOnlyDictionary<string, string> donnees, string niveau, string empreinte)
    {
        string? Texte(string nom) => Nom(donnees.GetValueOrDefault(nom));
        if (Texte("given_name") is not { } prenoms || Texte("family_name") is not { } nom || donnees.GetValueOrDefault("birthdate") is not { } date || !DatePossible(date))
        {
            return ErreursOidc.IdentiteIncomplete;
        }

        var usage = Texte("preferred_username");
        return new IdentitePivot(
            prenoms.Split(' '),
            nom,
            usage is not null && !string.Equals(usage, nom, StringComparison.OrdinalIgnoreCase) ? usage : null,
            date,
            donnees.GetValueOrDefault("gender") is "female" or "male" ? donnees["gender"] : null,
            Code(donnees.GetValueOrDefault("birthplace")),
            Code(donnees.GetValueOrDefault("birthcountry")),
            niveau,
            empreinte);
    }

    /// <summary>« 24/08/1962 », « 08/1962 » or « 1962 »: what is known of the date.</summary>
    public static string EnFrancais(string date) => date.Split('-') switch
    {
        [var a, "00", _] => a,
        [var a, var m, "00"] => $"{m}/{a}",
        [var a, var m, var j] => $"{j}/{m}/{a}",
        _ => date,
    };

    private static string? Nom(string? texte)
    {
        if (texte is null || texte.Length > NomMax || texte.Any(c => char.IsControl(c) || c is '<' or '>'))
        {
            return null;
        }

        var net = Espaces().Replace(texte.Normalize(), " ").Trim();
        return net.Length > 0 ? net : null;
    }

    private static bool DatePossible(string date)
    {
        if (!FormeDeDate().IsMatch(date))
        {
            return false;
        }

        // What isn't known is « 00 »; the rest must be a day of the calendar.
        var complete = date.Replace("-00", "-01", StringComparison.Ordinal);
        return DateOnly.TryParseExact(complete, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year >= 1880;
    }

    private static string? Code(string? code) => code is not null && FormeDeCode().IsMatch(code) ? code : null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FormeDeDate();

    [GeneratedRegex("^[0-9][0-9AB][0-9]{3}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FormeDeCode();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Espaces();
}
