namespace FaireAvec.Cartographie.Domain;

/// <summary>Several source records that are one place. Its id is the one of the record that anchors it: that id is published, the others redirect to it.</summary>
internal sealed class GroupeDeLieux
{
    public required string Id { get; init; }
    public required DateTimeOffset CreeLe { get; init; }
}
