namespace FaireAvec.Cartographie.Domain;

/// <summary>The open data as it was published on one day. A second publication of the day takes the place of the first, in one transaction.</summary>
internal sealed class PublicationDuJour
{
    public required DateOnly Jour { get; init; }
    public required DateTimeOffset Instant { get; init; }

    /// <summary>Places published.</summary>
    public required int Lieux { get; init; }

    public required int Ajoutes { get; init; }
    public required int Modifies { get; init; }
    public required int Retires { get; init; }

    /// <summary>Day of the publication that the file of changes compares with; null for the first one.</summary>
    public DateOnly? Precedente { get; init; }

    public required string Auteur { get; init; }
}
