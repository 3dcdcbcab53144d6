namespace FaireAvec.Cartographie.Domain;

/// <summary>A row of a held import, kept so that what a person releases is exactly what was looked at.</summary>
internal sealed class LigneEnAttente
{
    public required Guid Import { get; init; }
    public required string Lieu { get; init; }

    /// <summary>The whole row as JSON; null when it was refused: its place is then left as it is, neither changed nor removed.</summary>
    public string? Fiche { get; init; }
}
