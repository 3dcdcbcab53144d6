namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>An act as somebody writes it, on the page, by the API or in a file: nothing is checked yet. <see cref="VerificationDActivite"/> makes an <see cref="Activite"/> of it.</summary>
internal sealed record SaisieDActivite
{
    public string? Type { get; init; }
    public DateOnly? Date { get; init; }
    public int? DureeMinutes { get; init; }
    public string? TypeDeLieu { get; init; }

    /// <summary>Id of the place on the map, when it is a place of activity.</summary>
    public string? Lieu { get; init; }

    /// <summary>INSEE code of where it happened, when it isn't in a place of activity.</summary>
    public string? Commune { get; init; }

    public IReadOnlyList<string> Thematiques { get; init; } = [];

    /// <summary>The principal one; null: the first.</summary>
    public string? ThematiquePrincipale { get; init; }

    public Posture? Posture { get; init; }
    public string? MotifALaPlace { get; init; }
    public string? Situation { get; init; }
    public IReadOnlyList<string> Materiels { get; init; } = [];

    /// <summary>Which procedure, in words.</summary>
    public string? Demarche { get; init; }

    /// <summary>What comes next, in words.</summary>
    public string? Suite { get; init; }

    public string? Notes { get; init; }

    /// <summary>Code of the online service that it was about.</summary>
    public string? Service { get; init; }

    /// <summary>Why that service took mediation time; only with a service.</summary>
    public string? Cause { get; init; }

    /// <summary>How many minutes it took, of the act; only with a cause. Null: not said.</summary>
    public int? MinutesPerdues { get; init; }

    public string? Autonomie { get; init; }
    public bool? Orientee { get; init; }
    public string? StructureDeRedirection { get; init; }

    /// <summary>Of an individual act whose person stays anonymous.</summary>
    public PersonneSansNom SansNom { get; init; } = PersonneSansNom.Inconnue;

    /// <summary>People followed, or with a card, who took part.</summary>
    public IReadOnlyList<Guid> Personnes { get; init; } = [];

    public string? Titre { get; init; }
    public string? Niveau { get; init; }
    public Effectifs? Effectifs { get; init; }
    public Coordination? Coordination { get; init; }
    public IReadOnlyList<Guid> Etiquettes { get; init; } = [];

    /// <summary>The appointment that this act came of; one act each.</summary>
    public Guid? RendezVous { get; init; }

    /// <summary>The register of attendance that this act is noted from; one act each.</summary>
    public Guid? Registre { get; init; }
}
