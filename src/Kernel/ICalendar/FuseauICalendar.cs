using System.Globalization;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>A zone as programs that don't know its name read it: each change of its clock, over the years of the calendar.</summary>
internal static class FuseauICalendar
{
    private static readonly TimeSpan Pas = TimeSpan.FromDays(7);
    private static readonly DateTimeOffset Jamais = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Ecrire(LignesICalendar lignes, TimeZoneInfo fuseau, DateTimeOffset de, DateTimeOffset a)
    {
        var (debut, fin) = (new DateTimeOffset(Math.Max(1970, de.UtcDateTime.Year - 1), 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(Math.Min(9998, a.UtcDateTime.Year + 1), 12, 31, 0, 0, 0, TimeSpan.Zero));
        lignes.Ecrire("BEGIN", "VTIMEZONE");
        lignes.Ecrire("TZID", fuseau.Id);
        var changements = Changements(fuseau, debut, fin).ToList();
        var depart = changements.Count == 0 ? Jamais : debut;
        Observer(lignes, fuseau, depart, fuseau.GetUtcOffset(depart));
        foreach (var instant in changements)
        {
            Observer(lignes, fuseau, instant, fuseau.GetUtcOffset(instant.AddSeconds(-1)));
        }

        lignes.Ecrire("END", "VTIMEZONE");
    }

    /// <summary>The instants at which the clock changes, to the second.</summary>
    internal static IEnumerable<DateTimeOffset> Changements(TimeZoneInfo fuseau, DateTimeOffset debut, DateTimeOffset fin)
    {
        for (var t = debut; t < fin; t += Pas)
        {
            var (avant, apres) = (t, t + Pas);
            var decalage = fuseau.GetUtcOffset(avant);
            if (decalage == fuseau.GetUtcOffset(apres))
            {
                continue;
            }

            while (apres - avant > TimeSpan.FromSeconds(1))
            {
                var milieu = avant + TimeSpan.FromSeconds(Math.Floor((apres - avant).TotalSeconds / 2));
                (avant, apres) = fuseau.GetUtcOffset(milieu) == decalage ? (milieu, apres) : (avant, milieu);
            }

            yield return apres;
        }
    }

    private static void Observer(LignesICalendar lignes, TimeZoneInfo fuseau, DateTimeOffset instant, TimeSpan avant)
    {
        var apres = fuseau.GetUtcOffset(instant);
        var nom = fuseau.IsDaylightSavingTime(instant) ? "DAYLIGHT" : "STANDARD";
        lignes.Ecrire("BEGIN", nom);
        // At the clock that was about to change.
        lignes.Ecrire("DTSTART", LignesICalendar.Local(instant.ToOffset(avant).DateTime));
        lignes.Ecrire("TZOFFSETFROM", Decalage(avant));
        lignes.Ecrire("TZOFFSETTO", Decalage(apres));
        lignes.Ecrire("END", nom);
    }

    private static string Decalage(TimeSpan d) =>
        (d < TimeSpan.Zero ? "-" : "+") + d.ToString(d.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
