using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>What a médiateur decided of online booking. Without a row: open, two hours ahead, for sixty days.</summary>
internal sealed class ReglagesDAgenda : IJournalisee
{
    public static readonly IReadOnlyList<int> Delais = [0, 2, 24, 48, 72];
    public static readonly IReadOnlyList<int> Horizons = [14, 30, 60, 90];

    public required Guid Compte { get; init; }

    /// <summary>False when nobody books by themselves.</summary>
    public bool EnLigne { get; set; } = true;

    /// <summary>How many hours ahead, at least.</summary>
    public int DelaiHeures { get; set; } = 2;

    /// <summary>How many days ahead, at most.</summary>
    public int HorizonJours { get; set; } = 60;

    string IJournalisee.IdJournal => Compte.ToString();
}
