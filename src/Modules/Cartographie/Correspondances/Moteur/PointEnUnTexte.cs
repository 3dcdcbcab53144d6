using System.Globalization;
using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>Two numbers in one text: « 42.3, 9.0 », « 42,3 ; 9,0 », « [9.0, 42.3] », « POINT(9.0 42.3) », a GeoJSON point.</summary>
internal static partial class PointEnUnTexte
{
    private const int LongueurMax = 300;

    /// <summary>The two texts, latitude first; null when there aren't two numbers.</summary>
    public static (string Latitude, string Longitude)? Lire(string texte, bool longitudeDabord)
    {
        if (texte.Length > LongueurMax)
        {
            return null;
        }

        var nombres = Nombre().Matches(texte).Select(m => m.Value.Replace(',', '.')).ToList();
        if (nombres.Count < 2 || !nombres.Take(2).All(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        // WKT and GeoJSON write the longitude first, whatever the document says.
        var inverse = longitudeDabord || texte.Contains("POINT", StringComparison.OrdinalIgnoreCase) || texte.Contains("coordinates", StringComparison.OrdinalIgnoreCase);
        return inverse ? (nombres[1], nombres[0]) : (nombres[0], nombres[1]);
    }

    // A comma is decimal only when digits touch it on both sides and no point is there: « 42.3,9.0 » is two numbers.
    [GeneratedRegex(@"[-+]?\d{1,8}(\.\d{1,20}|,\d{3,20})?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nombre();
}
