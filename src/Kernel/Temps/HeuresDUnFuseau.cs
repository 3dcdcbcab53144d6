namespace FaireAvec.Kernel.Temps;

/// <summary>From the clock on the wall, somewhere, to instants.</summary>
public static class HeuresDUnFuseau
{
    /// <summary>The instant of a clock in a zone. An hour that comes twice is the first one; one that doesn't exist is read as if the clock hadn't moved.</summary>
    public static DateTimeOffset Instant(TimeZoneInfo fuseau, DateTime locale)
    {
        var heure = DateTime.SpecifyKind(locale, DateTimeKind.Unspecified);
        var decalage = fuseau.IsAmbiguousTime(heure) ? fuseau.GetAmbiguousTimeOffsets(heure).Max()
            // The clock jumps by less than a day: the day before has the former one.
            : fuseau.IsInvalidTime(heure) ? fuseau.GetUtcOffset(heure.AddDays(-1))
            : fuseau.GetUtcOffset(heure);
        return new DateTimeOffset(DateTime.SpecifyKind(heure - decalage, DateTimeKind.Utc));
    }

    /// <summary>The zone of this name (IANA); mainland France when it isn't known here.</summary>
    public static TimeZoneInfo Zone(string? nom) => nom is not null && TimeZoneInfo.TryFindSystemTimeZoneById(nom, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
}
