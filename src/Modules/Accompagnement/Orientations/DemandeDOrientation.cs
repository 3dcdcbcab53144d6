using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>What is sent, as the page gives it.</summary>
internal sealed record DemandeDOrientation
{
    /// <summary>From who sends: the same again is the same orientation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The client of the API that sends; null from the page.</summary>
    public Guid? Client { get; init; }

    /// <summary>A need that is kept already; null for a new one.</summary>
    public Guid? Besoin { get; init; }

    /// <summary>What the table says; null with a need that is kept.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Among what the table proposes now, the need that is sent.</summary>
    public string? Code { get; init; }

    public string? Commune { get; init; }

    /// <summary>Place of the map.</summary>
    public string? Lieu { get; init; }

    /// <summary>Or a structure that isn't on it, called by the professional.</summary>
    public string? Structure { get; init; }

    /// <summary>The trade of that structure.</summary>
    public Metier? Metier { get; init; }

    public IReadOnlyList<AccordDOrientation> Accords { get; init; } = [];
    public IReadOnlyList<PartieAUnMandat> Parties { get; init; } = [PartieAUnMandat.Personne];
    public bool RetourConsenti { get; init; }
    public string? Langue { get; init; }
    public bool Interprete { get; init; }
    public IReadOnlyList<string> Amenagements { get; init; } = [];
    public IReadOnlyList<string> Disponibilites { get; init; } = [];
    public string? Precision { get; init; }

    /// <summary>Said by who writes: what looks like a telephone in <see cref="Precision"/> isn't one.</summary>
    public bool PasUnTelephone { get; init; }

    public IReadOnlyList<string> Candidats { get; init; } = [];
}
