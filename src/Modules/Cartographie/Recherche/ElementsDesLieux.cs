using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>What the database says of places, read in one snapshot.</summary>
internal sealed record ElementsDesLieux
{
    /// <summary>The source records that may be shown.</summary>
    public required IReadOnlyCollection<Lieu> Fiches { get; init; }

    /// <summary>Corrections in force.</summary>
    public IReadOnlyCollection<CorrectionDeChamp> Corrections { get; init; } = [];

    public IReadOnlyCollection<MembreDeGroupe> Membres { get; init; } = [];

    /// <summary>Source records of shelters whose manager asked for them to be shown.</summary>
    public IReadOnlySet<string> Accords { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Groups of which one record is a shelter's, without its manager's agreement.</summary>
    public IReadOnlySet<string> GroupesRetenus { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Trust in each source, 0 to 100.</summary>
    public IReadOnlyDictionary<string, int> Confiances { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public IReadOnlyCollection<Redirection> Redirections { get; init; } = [];

    /// <summary>Desks that are distinct and at one address.</summary>
    public IReadOnlyCollection<LienDeLieux> Liens { get; init; } = [];

    /// <summary>Stops whose last day hasn't passed.</summary>
    public IReadOnlyCollection<Arret> Arrets { get; init; } = [];
}
