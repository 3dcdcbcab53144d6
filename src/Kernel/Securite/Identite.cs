namespace FaireAvec.Kernel.Securite;

/// <summary>Who asks, known at this request: read again from the database each time, so that a right that ends, ends at once.</summary>
public sealed record Identite
{
    /// <summary>For how long the second factor stands for sensitive acts.</summary>
    public static readonly TimeSpan DureeDeLaPreuve = TimeSpan.FromMinutes(15);

    /// <summary>The account; for a client of the API, the client.</summary>
    public required Guid Compte { get; init; }

    /// <summary>What the screen calls them.</summary>
    public required string Nom { get; init; }

    /// <summary>The session; null for a client of the API.</summary>
    public Guid? Session { get; init; }

    /// <summary>The only page that their session still opens, on a device that went in other hands; null for every page.</summary>
    public string? ReserveeA { get; init; }

    /// <summary>The organisation chosen among those that they work for.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>Its name, always on screen.</summary>
    public string? NomOrganisation { get; init; }

    /// <summary>How many organisations they may choose among.</summary>
    public int Organisations { get; init; }

    /// <summary>Their roles there, today.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The départements of their territory.</summary>
    public IReadOnlyList<string> Departements { get; init; } = [];

    /// <summary>The teams that they coordinate.</summary>
    public IReadOnlyList<Guid> Equipes { get; init; } = [];

    /// <summary>Scopes of a client of the API.</summary>
    public IReadOnlyList<string> Etendues { get; init; } = [];

    /// <summary>How far the scopes of a client go, when it was given less than its territory: what belongs to its organisation. Null otherwise.</summary>
    public Portee? PorteeDuClient { get; init; }

    /// <summary>When the second factor was last given.</summary>
    public DateTimeOffset? PreuveLe { get; init; }

    /// <summary>True when somebody of the support looks as this person: nothing can be changed.</summary>
    public bool LectureSeule { get; init; }

    /// <summary>The one who looks as this person; null otherwise.</summary>
    public Guid? RegardePar { get; init; }

    /// <summary>True for an invented person of the demonstration.</summary>
    public bool Demonstration { get; init; }

    /// <summary>True when the second factor was given within <see cref="DureeDeLaPreuve"/>.</summary>
    public bool PreuveRecente(DateTimeOffset maintenant) => PreuveLe is { } le && maintenant - le < DureeDeLaPreuve;
}

/// <summary>Who asks, for the length of a request. Scoped; filled by authentication.</summary>
public sealed class Demandeur
{
    /// <summary>Null for somebody who isn't known.</summary>
    public Identite? Identite { get; set; }

    /// <summary>True when they are signed in.</summary>
    public bool Connecte => Identite is not null;
}
