namespace FaireAvec.Kernel.ICalendar;

/// <summary>One event of a calendar that we publish.</summary>
/// <param name="Uid">Its id for ever: the same when it moves or is cancelled.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="Fin">When it ends.</param>
/// <param name="Fuseau">The zone of the place: the hour that people read there.</param>
/// <param name="Resume">Its title.</param>
/// <param name="ModifieLe">When it last changed.</param>
public sealed record EvenementICalendar(string Uid, DateTimeOffset Debut, DateTimeOffset Fin, TimeZoneInfo Fuseau, string Resume, DateTimeOffset ModifieLe)
{
    /// <summary>How many times it moved or changed: a program keeps the highest.</summary>
    public int Sequence { get; init; }

    /// <summary>Where it stands.</summary>
    public EtatICalendar Etat { get; init; }

    /// <summary>More words, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is, in words, or null.</summary>
    public string? Lieu { get; init; }

    /// <summary>A page about it, or null.</summary>
    public string? Url { get; init; }
}
