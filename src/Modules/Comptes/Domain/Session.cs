using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>How somebody proved who they are.</summary>
internal enum Facteur
{
    /// <summary>One click on the embedded demonstration.</summary>
    Demonstration,

    /// <summary>A link that the operator's command printed.</summary>
    LienDOperateur,

    Passkey,

    /// <summary>A one-time link by e-mail, then a code of an application.</summary>
    LienEtCode,

    /// <summary>A one-time link by e-mail, then a printed one-time code.</summary>
    LienEtCodeImprime,

    /// <summary>A one-time link by e-mail, then a code of a card.</summary>
    LienEtCarte,
    ProConnect,
}

/// <summary>A browser where somebody is signed in. The cookie holds a secret of 256 bits; only its hash is here.</summary>
internal sealed class Session : IJournalisee
{
    public const int NavigateurMax = 200;
    public const int CheminMax = 200;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    [HorsJournal]
    public required byte[] Empreinte { get; set; }

    public required Facteur Facteur { get; init; }
    public required DateTimeOffset OuverteLe { get; init; }

    /// <summary>After it the session is over whatever happens.</summary>
    public required DateTimeOffset FinAuPlusTard { get; init; }

    /// <summary>For how many minutes it may stay unused: short on a shared computer.</summary>
    public required int InactiviteMinutes { get; init; }

    public required DateTimeOffset VueLe { get; set; }

    /// <summary>When the second factor was last given.</summary>
    public required DateTimeOffset PreuveLe { get; set; }

    /// <summary>The organisation chosen.</summary>
    public Guid? Organisation { get; set; }

    /// <summary>« Firefox sur Android », from what the browser says of itself.</summary>
    public string? Navigateur { get; init; }

    /// <summary>The only page that it still opens, once the device went in other hands; null for every page.</summary>
    public string? ReserveeA { get; set; }

    public DateTimeOffset? FermeeLe { get; set; }

    /// <summary>The account that is looked at in this session, read-only; null otherwise.</summary>
    public Guid? RegardeComme { get; set; }

    /// <summary>End of that look.</summary>
    public DateTimeOffset? RegardeJusquA { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
