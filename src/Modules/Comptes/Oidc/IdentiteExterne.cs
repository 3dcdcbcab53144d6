using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Oidc;

/// <summary>An account is linked to somebody at a provider. Their number there is kept as a salted hash.</summary>
internal sealed class IdentiteExterne : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required Federation Federation { get; init; }

    [HorsJournal]
    public required byte[] EmpreinteSub { get; init; }

    public required DateTimeOffset LieeLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();
}

/// <summary>A session that a provider vouches for: it ends when the provider says so.</summary>
internal sealed class SessionOidc
{
    public const int SidMax = 200;

    public required Guid Session { get; init; }
    public required Federation Federation { get; init; }
    public required byte[] EmpreinteSub { get; init; }

    /// <summary>The session's name at the provider.</summary>
    public string? Sid { get; init; }

    /// <summary>The identity token, closed by Data Protection: the provider asks for it at the end.</summary>
    public required string Jeton { get; init; }
}
