namespace FaireAvec.Cartographie.Domain;

/// <summary>Two source records that may be one place: a person decides. Made again at each grouping; a pair that has a decision isn't here.</summary>
internal sealed class PaireARevoir
{
    /// <summary>The lower id of the pair, in ordinal order.</summary>
    public required string LieuA { get; init; }

    public required string LieuB { get; init; }
    public required double Probabilite { get; init; }
    public required string[] Raisons { get; init; }
    public required DateTimeOffset CalculeeLe { get; init; }
}
