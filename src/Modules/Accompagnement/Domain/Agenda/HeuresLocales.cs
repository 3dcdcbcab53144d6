using System.Collections.Concurrent;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>
/// From the clock on the wall of a place to instants, and back. A time that the clock skips in spring becomes the end of the gap; a time that it shows
/// twice in autumn is the first of the two.
/// </summary>
internal static class HeuresLocales
{
    public const string Metropole = "Europe/Paris";
    public const int FuseauMax = 40;

    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>The zone of this name; metropolitan France when this machine doesn't know it. Asked for each time of a month: remembered, as those of the world are few.</summary>
    public static TimeZoneInfo Zone(string? fuseau) => Zones.TryGetValue(fuseau ?? Metropole, out var connue) ? connue : Zones.Count < 700 ? Zones.GetOrAdd(fuseau ?? Metropole, Chercher) : Chercher(fuseau ?? Metropole);

    private static TimeZoneInfo Chercher(string fuseau) => TimeZoneInfo.TryFindSystemTimeZoneById(fuseau, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(Metropole);

    public static DateTimeOffset Instant(TimeZoneInfo zone, DateOnly jour, TimeOnly heure)
    {
        var locale = jour.ToDateTime(heure);
        while (zone.IsInvalidTime(locale))
        {
            locale = locale.AddMinutes(1);
        }

        return new DateTimeOffset(locale, zone.IsAmbiguousTime(locale) ? zone.GetAmbiguousTimeOffsets(locale).Max() : zone.GetUtcOffset(locale)).ToUniversalTime();
    }

    /// <summary>The clock there at that instant.</summary>
    public static DateTimeOffset Locale(string? fuseau, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone(fuseau));

    /// <summary>The day there at that instant.</summary>
    public static DateOnly Jour(string? fuseau, DateTimeOffset instant) => DateOnly.FromDateTime(Locale(fuseau, instant).DateTime);

    /// <summary>The instants of a day there: 23 or 25 hours on two days of the year.</summary>
    public static Plage Journee(string? fuseau, DateOnly jour) => new(Instant(Zone(fuseau), jour, TimeOnly.MinValue), Instant(Zone(fuseau), jour.AddDays(1), TimeOnly.MinValue));
}
