namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A place that we keep: what its source says (<see cref="FicheLieu"/>) and what we know of its origin. One row per source row; the columns keep the
/// standard's names.
/// </summary>
internal sealed class Lieu : FicheLieu
{
    public const int IdMax = 200;
    public const int NomMax = 300;

    /// <summary>Value of <see cref="Retenu"/> for a place that a person took off the map: no import puts it back.</summary>
    public const string Depublie = "depublie";

    /// <summary>Why the place is not shown (see <see cref="RetenueHebergement"/> and <see cref="Depublie"/>), or null when it is public. An agreement of its manager (<see cref="AccordDHebergement"/>) is above the rule.</summary>
    public string? Retenu { get; set; }

    /// <summary>SHA-256 of the source row's values: an unchanged row is not written again.</summary>
    public required byte[] Empreinte { get; set; }

    /// <summary>First import.</summary>
    public required DateTimeOffset CreeLe { get; init; }

    /// <summary>Last import that changed something.</summary>
    public required DateTimeOffset ModifieLe { get; set; }

    /// <summary>When a human last confirmed that everything is right; null = never. Only this allows « vérifié le ».</summary>
    public DateTimeOffset? VerifieLe { get; set; }
}
