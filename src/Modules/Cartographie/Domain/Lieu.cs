namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A place of digital mediation, in the 32 fields of the standard « lieux de médiation numérique » 1.0.2 (lists are never null; an unknown text is null),
/// and what we know of its origin. One row per source row; the columns keep the standard's names.
/// </summary>
internal sealed class Lieu
{
    public const int IdMax = 200;
    public const int NomMax = 300;

    /// <summary>The standard's id, unique in the country: source, underscore, the source's own id. Public, stable, in addresses of pages.</summary>
    public required string Id { get; init; }

    public required string Source { get; set; }
    public string? Pivot { get; set; }
    public required string Nom { get; set; }
    public required string Commune { get; set; }
    public required string CodePostal { get; set; }
    public string? CodeInsee { get; set; }
    public string? Adresse { get; set; }
    public string? ComplementAdresse { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public string[] Typologie { get; set; } = [];
    public string? Telephone { get; set; }
    public string[] Courriels { get; set; } = [];
    public string[] SiteWeb { get; set; } = [];
    public string? Horaires { get; set; }
    public string? PresentationResume { get; set; }
    public string? PresentationDetail { get; set; }
    public string[] Itinerance { get; set; } = [];
    public string? StructureParente { get; set; }

    /// <summary>As the source wrote it; see <see cref="DateDeMiseAJour"/> before showing it.</summary>
    public DateOnly? DateMaj { get; set; }

    public string[] Services { get; set; } = [];
    public string[] PublicsSpecifiquementAdresses { get; set; } = [];
    public string[] PriseEnChargeSpecifique { get; set; } = [];
    public string[] FraisACharge { get; set; } = [];
    public string[] DispositifProgrammesNationaux { get; set; } = [];
    public string[] FormationsLabels { get; set; } = [];
    public string[] AutresFormationsLabels { get; set; } = [];
    public string[] ModalitesAcces { get; set; } = [];
    public string[] ModalitesAccompagnement { get; set; } = [];
    public string? FicheAccesLibre { get; set; }
    public string? PriseRdv { get; set; }

    /// <summary>Why the place is not shown (see <see cref="RetenueHebergement"/>), or null when it is public.</summary>
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
