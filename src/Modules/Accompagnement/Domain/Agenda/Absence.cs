using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>A time when a médiateur receives nobody. Never why.</summary>
internal sealed class Absence : IJournalisee
{
    /// <summary>A longer one is the end of the availability.</summary>
    public const int JoursMax = 366;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required Guid Organisation { get; init; }
    public required DateTimeOffset Debut { get; init; }
    public required DateTimeOffset Fin { get; init; }

    /// <summary>The zone in which it was typed.</summary>
    public required string Fuseau { get; init; }

    public Plage Plage => new(Debut, Fin);

    string IJournalisee.IdJournal => Id.ToString();
}
