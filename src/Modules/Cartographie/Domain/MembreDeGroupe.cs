namespace FaireAvec.Cartographie.Domain;

/// <summary>A source record in its group; a record is in one group at most.</summary>
internal sealed class MembreDeGroupe
{
    public required string Lieu { get; init; }
    public required string Groupe { get; init; }

    /// <summary>Probability of its strongest link to the group, 0 to 1; 1 when a person said so.</summary>
    public required double Probabilite { get; init; }

    /// <summary>Why it is in the group, in words.</summary>
    public required string[] Raisons { get; init; }
}
