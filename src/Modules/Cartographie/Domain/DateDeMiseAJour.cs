namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// When a place was last updated, as far as it is known. Some producers' files came without a date and were given a filler; a machine's zero
/// gives 1969 or 1970. Such a date says nothing: it is unknown, never shown.
/// </summary>
internal static class DateDeMiseAJour
{
    /// <summary>The filler of the shipped file: 5 265 of its rows.</summary>
    public static readonly DateOnly Remplissage = new(2022, 12, 1);

    /// <summary>The date when it can be believed on that day; null otherwise (filler, machine zero, before the web, in the future).</summary>
    public static DateOnly? Croyable(DateOnly? date, DateOnly aujourdhui) =>
        date is { } d && d != Remplissage && d.Year > 1990 && d <= aujourdhui ? d : null;
}
