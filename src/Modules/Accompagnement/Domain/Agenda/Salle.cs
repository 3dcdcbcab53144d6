using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>A room of a place: one thing at a time.</summary>
internal sealed class Salle : IJournalisee
{
    public const int NomMax = 80;
    public const int CapaciteMax = 500;
    public const int Max = 50;

    public required Guid Id { get; init; }
    public required Guid Organisation { get; init; }
    public required string Lieu { get; init; }
    public required string Nom { get; init; }

    /// <summary>How many people it holds.</summary>
    public required int Capacite { get; init; }

    public DateTimeOffset? FermeeLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
