namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>
/// Easter Sunday in the Gregorian calendar, by the anonymous algorithm published in "Nature" in 1876 (also named after Meeus, Jones and Butcher).
/// </summary>
internal static class Paques
{
    private static readonly int[] JoursDeLAnnee = [.. Enumerable.Range(JoursFeries.PremiereAnnee, JoursFeries.DerniereAnnee - JoursFeries.PremiereAnnee + 1).Select(a => Calculer(a).DayOfYear)];

    /// <summary>Easter Sunday of a year, as the number of its day in the year. Only for years from 1900 to 2199.</summary>
    public static int JourDeLAnnee(int annee) => JoursDeLAnnee[annee - JoursFeries.PremiereAnnee];

    /// <summary>Easter Sunday of any year of the Gregorian calendar.</summary>
    public static DateOnly Calculer(int annee)
    {
        var a = annee % 19;
        var (b, c) = Math.DivRem(annee, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (mois, jour) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(annee, mois, jour + 1);
    }
}
