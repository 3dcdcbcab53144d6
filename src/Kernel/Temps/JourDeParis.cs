namespace FaireAvec.Kernel.Temps;

/// <summary>The day in Paris, that counts and dated data go by.</summary>
public static class JourDeParis
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The day there at that instant.</summary>
    public static DateOnly De(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);

    /// <summary>The clock there at that instant.</summary>
    public static DateTimeOffset Heure(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    /// <summary>The first instant of a day there.</summary>
    public static DateTimeOffset Debut(DateOnly jour) => Instant(jour, TimeOnly.MinValue);

    /// <summary>The instant of a day and an hour there. An hour that comes twice is the first one, one that doesn't exist is read as if the clock hadn't moved.</summary>
    public static DateTimeOffset Instant(DateOnly jour, TimeOnly heure) => HeuresDUnFuseau.Instant(Paris, jour.ToDateTime(heure));
}
