namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>
/// How long the writing of acts took in a week, for the médiateur alone: time taken from people. No employer, coordinator or payer reads it: the
/// database shows it to its author only.
/// </summary>
internal sealed class TempsDeSaisie
{
    /// <summary>A form left open over lunch isn't writing: beyond, an act counts for this much.</summary>
    public const int SecondesMax = 15 * 60;

    public required Guid Auteur { get; init; }

    /// <summary>The Monday of the week.</summary>
    public required DateOnly Semaine { get; init; }

    public int Secondes { get; init; }
    public int Actes { get; init; }

    /// <summary>The Monday of the week of this day.</summary>
    public static DateOnly Lundi(DateOnly jour) => jour.AddDays(-(((int)jour.DayOfWeek + 6) % 7));
}
