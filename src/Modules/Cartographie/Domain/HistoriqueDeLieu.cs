namespace FaireAvec.Cartographie.Domain;

/// <summary>One change of one place: what it was, what it became, who, why. Written in the transaction of the change, never changed afterwards.</summary>
internal sealed class HistoriqueDeLieu
{
    /// <summary>Given by the database, in the order of the changes.</summary>
    public long Id { get; init; }

    public required string Lieu { get; init; }

    /// <summary>The import that did it; null for a person's act.</summary>
    public Guid? Import { get; init; }

    public required string Auteur { get; init; }
    public string? Motif { get; init; }
    public required DateTimeOffset Instant { get; init; }

    /// <summary>The row before, as JSON; null when it was created.</summary>
    public string? Avant { get; init; }

    /// <summary>The row after, as JSON; null when it was removed.</summary>
    public string? Apres { get; init; }
}
