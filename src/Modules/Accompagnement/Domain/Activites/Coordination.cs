namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>What a coordinator says of an animation, an event or a partnership. Only the fields of the type are kept.</summary>
internal sealed record Coordination
{
    public const int TexteMax = 200;
    public const int PartenairesMax = 50;

    /// <summary>Name of the event or of the partnership.</summary>
    public string? Nom { get; init; }

    /// <summary>Kind of animation or of event.</summary>
    public string? Nature { get; init; }

    /// <summary>Natures of a partnership.</summary>
    public IReadOnlyList<string> Natures { get; init; } = [];

    /// <summary>In words, when « autre » is chosen.</summary>
    public string? Autre { get; init; }

    public int? Mediateurs { get; init; }
    public int? Structures { get; init; }
    public int? AutresActeurs { get; init; }
    public int? Participants { get; init; }
    public string? Initiative { get; init; }
    public IReadOnlyList<string> Thematiques { get; init; } = [];
    public IReadOnlyList<string> Organisateurs { get; init; } = [];
    public string? Echelon { get; init; }
    public IReadOnlyList<Partenaire> Partenaires { get; init; } = [];
}

/// <summary>One structure of a partnership.</summary>
/// <param name="Nom">Its name.</param>
/// <param name="Type">Code of <see cref="Listes.Organisateurs"/>.</param>
internal sealed record Partenaire(string Nom, string? Type);
