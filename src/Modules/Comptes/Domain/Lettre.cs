namespace FaireAvec.Comptes.Domain;

/// <summary>What a mail is about.</summary>
internal enum NatureDeLettre
{
    /// <summary>A link to sign in, if an account has this address: it is looked up when the mail is written, not when it is asked for.</summary>
    Connexion,

    /// <summary>Already written.</summary>
    Ecrite,
}

/// <summary>
/// A mail that waits to be sent outside the request. Its words are closed by Data Protection, and erased once it is sent.
/// </summary>
internal sealed class Lettre
{
    public required Guid Id { get; init; }
    public required NatureDeLettre Nature { get; init; }
    public required byte[]? Contenu { get; set; }
    public required DateTimeOffset DeposeeLe { get; init; }

    /// <summary>After it, nobody waits for it any more.</summary>
    public required DateTimeOffset ExpireLe { get; init; }

    public DateTimeOffset? PartieLe { get; set; }
}
