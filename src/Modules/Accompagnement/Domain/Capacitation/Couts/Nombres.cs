using System.Globalization;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>A number with two decimals at most, as a person types it: « 12 450,50 € », « 27,5 % ». In hundredths: whole, never a fraction of a cent.</summary>
internal static class Nombres
{
    // No amount nor share takes more.
    private const int LongueurMax = 30;

    /// <summary>Null when it isn't one, or goes beyond <paramref name="max"/> hundredths.</summary>
    public static long? Centiemes(string? texte, long max)
    {
        if (texte is null || texte.Length > LongueurMax)
        {
            return null;
        }

        var chiffres = string.Concat(texte.Where(c => !char.IsWhiteSpace(c))).TrimEnd('€', '%').Replace(',', '.');
        return chiffres.IndexOf('.', StringComparison.Ordinal) is var point && (point < 0 || chiffres.Length - point - 1 is 1 or 2)
            && decimal.TryParse(chiffres, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur) && valeur * 100 <= max
            ? (long)(valeur * 100)
            : null;
    }

    /// <summary>As one would type it: « 12450,5 ».</summary>
    public static string Ecrire(long centiemes) => (centiemes / 100m).ToString("0.##", CultureInfo.GetCultureInfo("fr-FR"));
}
