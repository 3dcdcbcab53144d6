namespace FaireAvec.Kernel.ICalendar;

/// <summary>How much of somebody else's calendar is read. Beyond, it is refused with a sentence: never read in part.</summary>
public sealed record LimitesICalendar
{
    /// <summary>Bytes.</summary>
    public int Octets { get; init; } = 5 * 1024 * 1024;

    /// <summary>Lines, once unfolded.</summary>
    public int Lignes { get; init; } = 200_000;

    /// <summary>Bytes of a line that are kept: the rest (a picture, a long text) is passed over.</summary>
    public int Ligne { get; init; } = 64 * 1024;

    /// <summary>Components inside one another.</summary>
    public int Profondeur { get; init; } = 8;

    /// <summary>Events.</summary>
    public int Evenements { get; init; } = 10_000;

    /// <summary>Dates written one by one (EXDATE, RDATE).</summary>
    public int Dates { get; init; } = 50_000;

    /// <summary>Times when an event takes place, in the period that is looked at.</summary>
    public int Occurrences { get; init; } = 20_000;

    /// <summary>Days, weeks, months or years that are gone through to find them.</summary>
    public int Pas { get; init; } = 1_000_000;
}
