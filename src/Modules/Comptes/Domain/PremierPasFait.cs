namespace FaireAvec.Comptes.Domain;

/// <summary>What somebody ticked in their list of first steps, or that they hid the list (<see cref="Masquer"/>). Of no consequence: it isn't journaled.</summary>
internal sealed class PremierPasFait
{
    public const int PasMax = 40;

    /// <summary>Stands for the whole list, hidden.</summary>
    public const string Masquer = "masquer";

    public required Guid Compte { get; init; }
    public required string Pas { get; init; }
    public required DateTimeOffset Le { get; init; }
}
