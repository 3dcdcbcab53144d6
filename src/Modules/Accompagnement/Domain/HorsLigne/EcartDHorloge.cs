using System.Globalization;

namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>How far the clock of a device is from the server's, in words when it matters.</summary>
internal static class EcartDHorloge
{
    /// <summary>Less is nobody's trouble.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    // Days of the device's clock that can be told at all: before, the battery was out.
    private const long MillisecondesMax = 253_402_300_799_999;

    /// <summary>The sentence to show; null when the clock is right.</summary>
    public static string? EnMots(long millisecondesDeLAppareil, DateTimeOffset maintenant)
    {
        var appareil = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(millisecondesDeLAppareil, 0, MillisecondesMax));
        var ecart = appareil - maintenant;
        return ecart.Duration() <= Tolerance
            ? null
            : string.Format(CultureInfo.InvariantCulture, ErreursHorsLigne.Horloge.Message, ecart > TimeSpan.Zero ? "avance" : "retarde", Duree(ecart.Duration()));
    }

    /// <summary>« 8 minutes », « 3 heures », « 2 jours », « un an ».</summary>
    internal static string Duree(TimeSpan ecart) => ecart switch
    {
        { TotalMinutes: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(ecart.TotalMinutes)} minutes"),
        { TotalHours: < 36 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(ecart.TotalHours)} heures"),
        { TotalDays: < 45 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(ecart.TotalDays)} jours"),
        { TotalDays: < 320 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(ecart.TotalDays / 30.4)} mois"),
        { TotalDays: < 548 } => "un an",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(ecart.TotalDays / 365.25)} ans"),
    };
}
