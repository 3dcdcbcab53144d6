using FaireAvec.Kernel.Temps;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>
/// One month to answer, three when it must be prolonged (GDPR, article 12.3). Counted from the day in France; the last day of a month when there is no such
/// day; the next working day when it falls on a Saturday, a Sunday or a public holiday (regulation 1182/71).
/// </summary>
internal static class DelaiDeReponse
{
    public static DateOnly Jour(DateTimeOffset instant) => JourDeParis.De(instant);

    public static DateOnly Echeance(DateTimeOffset recueLe) => Ouvrable(Jour(recueLe).AddMonths(1));

    public static DateOnly Prolonge(DateTimeOffset recueLe) => Ouvrable(Jour(recueLe).AddMonths(3));

    private static DateOnly Ouvrable(DateOnly jour)
    {
        while (jour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Ferie(jour))
        {
            jour = jour.AddDays(1);
        }

        return jour;
    }

    private static bool Ferie(DateOnly jour)
    {
        if ((jour.Month, jour.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25))
        {
            return true;
        }

        var apresPaques = jour.DayNumber - Paques(jour.Year).DayNumber;
        return apresPaques is 1 or 39 or 50;
    }

    /// <summary>Easter Sunday (Gregorian calendar, Meeus).</summary>
    private static DateOnly Paques(int annee)
    {
        var (a, b, c) = (annee % 19, annee / 100, annee % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(annee, n / 31, (n % 31) + 1);
    }
}
