namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>
/// The clock of a département or overseas collectivity, and the passage from local time to instants.
/// Source: IANA time zone database; INSEE codes of départements and collectivities.
/// </summary>
internal static class FuseauHoraire
{
    private static readonly TimeZoneInfo Paris = Zone("Europe/Paris");
    private static readonly TimeZoneInfo Guadeloupe = Zone("America/Guadeloupe");
    private static readonly TimeZoneInfo Martinique = Zone("America/Martinique");
    private static readonly TimeZoneInfo Guyane = Zone("America/Cayenne");
    private static readonly TimeZoneInfo Reunion = Zone("Indian/Reunion");
    private static readonly TimeZoneInfo Miquelon = Zone("America/Miquelon");
    private static readonly TimeZoneInfo Mayotte = Zone("Indian/Mayotte");
    private static readonly TimeZoneInfo Wallis = Zone("Pacific/Wallis");
    private static readonly TimeZoneInfo Tahiti = Zone("Pacific/Tahiti");
    private static readonly TimeZoneInfo Noumea = Zone("Pacific/Noumea");

    /// <summary>The zone of a département code. Saint-Barthélemy and Saint-Martin keep the time of Guadeloupe. Any other code: Europe/Paris.</summary>
    public static TimeZoneInfo De(string departement) => departement switch
    {
        "971" or "977" or "978" => Guadeloupe,
        "972" => Martinique,
        "973" => Guyane,
        "974" => Reunion,
        "975" => Miquelon,
        "976" => Mayotte,
        "986" => Wallis,
        "987" => Tahiti,
        "988" => Noumea,
        _ => Paris,
    };

    /// <summary>
    /// The instant of a local date and minute (0 to 1440; 1440 is the next midnight). A time that the clock skips in spring becomes the end of the
    /// gap; a time that the clock shows twice in autumn is the first of the two.
    /// </summary>
    public static DateTimeOffset Instant(TimeZoneInfo fuseau, DateOnly jour, int minute)
    {
        var local = jour.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (!fuseau.SupportsDaylightSavingTime)
        {
            return new DateTimeOffset(local, fuseau.BaseUtcOffset);
        }

        while (fuseau.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, fuseau.IsAmbiguousTime(local) ? PremierDecalage(fuseau, local) : fuseau.GetUtcOffset(local));
    }

    /// <summary>True during the second pass of the hour repeated in autumn.</summary>
    public static bool EstSecondPassage(TimeZoneInfo fuseau, DateTimeOffset local) =>
        fuseau.SupportsDaylightSavingTime && local.Hour < 4 && fuseau.IsAmbiguousTime(local.DateTime) && local.Offset < PremierDecalage(fuseau, local.DateTime);

    /// <summary>The last minute of the day, 0 to 1439, that belongs to the repeated hour which contains this time.</summary>
    public static int DerniereMinuteRepetee(TimeZoneInfo fuseau, DateTimeOffset local)
    {
        var instant = local.DateTime;
        while (instant.AddMinutes(1).Date == local.Date && fuseau.IsAmbiguousTime(instant.AddMinutes(1)))
        {
            instant = instant.AddMinutes(1);
        }

        return (instant.Hour * 60) + instant.Minute;
    }

    private static TimeSpan PremierDecalage(TimeZoneInfo fuseau, DateTime local) => fuseau.GetAmbiguousTimeOffsets(local).Max();

    private static TimeZoneInfo Zone(string nom) => TimeZoneInfo.FindSystemTimeZoneById(nom);
}
