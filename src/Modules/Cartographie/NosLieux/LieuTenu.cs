using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.NosLieux;

/// <summary>What the map does of an organisation's place.</summary>
internal enum EtatDuLieuTenu
{
    /// <summary>Shown.</summary>
    Montre,

    /// <summary>Taken off by a person: closed.</summary>
    Ferme,

    /// <summary>Held back, as shelters are.</summary>
    Retenu,

    /// <summary>Held back until somebody names it.</summary>
    SansNom,

    /// <summary>Gone from its source.</summary>
    Parti,
}

/// <summary>A place of an organisation, with what there is to do for it.</summary>
internal sealed record LieuTenu
{
    /// <summary>The id under which it is linked.</summary>
    public required string Id { get; init; }

    public required EtatDuLieuTenu Etat { get; init; }

    /// <summary>What is shown of it; what its record says when nothing is; null when it is gone.</summary>
    public required Lieu? Fiche { get; init; }

    /// <summary>The source records that make it, with their corrections in force.</summary>
    public required IReadOnlyList<Lieu> Fiches { get; init; }

    /// <summary>When a person last confirmed all of it; null: never.</summary>
    public required DateTimeOffset? VerifieLe { get; init; }

    /// <summary>True when nobody confirmed it for six months.</summary>
    public required bool AConfirmer { get; init; }

    /// <summary>Columns that would help to come, and that say nothing.</summary>
    public required IReadOnlyList<string> Manques { get; init; }

    public string Nom => Fiche?.Nom ?? Id;
}
