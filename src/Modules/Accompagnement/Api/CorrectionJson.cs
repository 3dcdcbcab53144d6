namespace FaireAvec.Accompagnement.Api;

/// <summary>
/// An act as it is from now on: the whole of it, but for what isn't read (posture and its reason, what comes next, notes), which stays when it isn't given.
/// People who are followed stay too: they are the médiateur's business.
/// </summary>
internal sealed record CorrectionJson : ActiviteJson
{
    /// <summary>Why, when the act is locked (30 days).</summary>
    public string? Motif { get; init; }
}
