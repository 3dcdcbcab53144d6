using FaireAvec.Cartographie.Areas.Cartographie.Pages;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Integration;

/// <summary>What the search that another site shows has to say, before words.</summary>
internal sealed record ReponseIntegree
{
    public required DemandeIntegree Demande { get; init; }

    /// <summary>« 12 lieux pour vous aider près de Saint-Étienne »; null while nothing was asked for.</summary>
    public string? Titre { get; init; }

    public int Total { get; init; }

    public IReadOnlyList<ConnaissanceDuLieu> Lieux { get; init; } = [];

    /// <summary>Places that help with a bit of everything, when few or none say they do what was asked for.</summary>
    public IReadOnlyList<ConnaissanceDuLieu> Generalistes { get; init; } = [];

    public IReadOnlyDictionary<string, ProchainCreneauDuLieu> Prochains { get; init; } = new Dictionary<string, ProchainCreneauDuLieu>(StringComparer.Ordinal);

    /// <summary>True when there are more on the next page.</summary>
    public bool Encore { get; init; }

    /// <summary>Towns among which to choose: several have the name, or none has and these resemble.</summary>
    public IReadOnlyList<Commune> Villes { get; init; } = [];

    /// <summary>The département or the region that has this name too, when towns have it; null otherwise.</summary>
    public TerritoireNomme? Territoire { get; init; }

    /// <summary>True when nothing has that name.</summary>
    public bool Inconnue { get; init; }

    /// <summary>The same search on the site itself, with its map and its filters.</summary>
    public string SurLeSite { get; init; } = Liens.Lieux;

    public Besoin? Besoin => Demande.Besoin;
}
