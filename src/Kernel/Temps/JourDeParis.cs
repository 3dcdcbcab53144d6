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
    public static DateTimeOffset Debut(DateOnly jour)
    {
        var minuit = jour.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(minuit, Paris.GetUtcOffset(minuit)).ToUniversalTime();
    }
}
