namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// One defect of one row of an import: what was corrected, left out or refused, by which rule. Values may speak of a person (an e-mail, a mobile): the
/// table has row security, and a job erases it after <see cref="JoursDeGarde"/> days.
/// </summary>
internal sealed class AnomalieDImport
{
    public const int JoursDeGarde = 90;

    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    public required Guid Import { get; init; }
    public string? Source { get; init; }

    /// <summary>Line of the file, or rank of the record from 1; 0 for the file as a whole.</summary>
    public required long Ligne { get; init; }

    public string? Lieu { get; init; }
    public required string Champ { get; init; }

    /// <summary>Stable name of the rule ("telephone.format").</summary>
    public required string Regle { get; init; }

    public required NiveauAnomalie Niveau { get; init; }
    public string? Avant { get; init; }
    public string? Apres { get; init; }

    /// <summary>A French sentence.</summary>
    public required string Message { get; init; }

    public string? Suggestion { get; init; }
    public required DateTimeOffset Instant { get; init; }
}
