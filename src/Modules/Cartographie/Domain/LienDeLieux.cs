namespace FaireAvec.Cartographie.Domain;

/// <summary>Two distinct desks at one address, shown together: the host (a town hall) and the guest (the France services desk inside it).</summary>
internal sealed class LienDeLieux
{
    /// <summary>Source record of the host; of either when neither hosts the other.</summary>
    public required string Hote { get; init; }

    public required string Invite { get; init; }

    /// <summary>Why they are linked, in words.</summary>
    public required string[] Raisons { get; init; }
}
