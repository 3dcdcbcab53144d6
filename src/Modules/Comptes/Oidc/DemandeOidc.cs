namespace FaireAvec.Comptes.Oidc;

/// <summary>
/// Somebody went to a provider and is expected back: once, within ten minutes, in the same browser. The secrets that the browser holds (state, cookie)
/// are here as hashes only.
/// </summary>
internal sealed class DemandeOidc
{
    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }
    public required Federation Federation { get; init; }
    public required byte[] EmpreinteEtat { get; init; }
    public required byte[] EmpreinteNavigateur { get; init; }
    public required string Nonce { get; init; }

    /// <summary>Proof of possession of the code (PKCE, RFC 7636), closed by Data Protection.</summary>
    public required string Verificateur { get; init; }

    public string? Retour { get; init; }

    /// <summary>The account that asks to be linked, when somebody already signed in goes to the provider.</summary>
    public Guid? Compte { get; init; }

    /// <summary>The level (acr) that was asked for, when more than the lowest is needed.</summary>
    public string? Niveau { get; init; }

    public required DateTimeOffset ExpireLe { get; init; }
    public DateTimeOffset? ConsommeeLe { get; set; }
}
