using System.Globalization;

namespace FaireAvec.Kernel.Temps;

/// <summary>Dates as people say them: « 1er décembre 2026 » where .NET writes « 1 décembre 2026 ».</summary>
public static class DatesEnMots
{
    /// <summary>The date in this format, where « d MMMM » or « d MMM » is the day and its month.</summary>
    public static string EnMots(this DateTime date, string format, CultureInfo culture) =>
        date.ToString(date.Day == 1 && culture.TwoLetterISOLanguageName == "fr" ? Premier(format) : format, culture);

    /// <inheritdoc cref="EnMots(DateTime, string, CultureInfo)"/>
    public static string EnMots(this DateOnly date, string format, CultureInfo culture) => date.ToDateTime(TimeOnly.MinValue).EnMots(format, culture);

    private static string Premier(string format) =>
        format.Replace("d MMM", "'1er' MMM", StringComparison.Ordinal).Replace("d\u00a0MMM", "'1er'\u00a0MMM", StringComparison.Ordinal);
}
