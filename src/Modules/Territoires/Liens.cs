using System.Globalization;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Territoires;

/// <summary>The addresses of the module's pages, and the addresses of the search where they lead.</summary>
internal static class Liens
{
    public const string Accueil = "/";

    public const string France = "/territoires";

    /// <summary>How to reach whoever runs the site.</summary>
    public const string Contact = "/contact";

    public static string Region(Region region) => $"/territoires/region/{region.Slug}";

    public static string Departement(Departement departement) => $"/territoires/departement/{departement.Slug}";

    public static string Commune(Commune commune) => $"/territoires/commune/{commune.Slug}";

    /// <summary>All the places of a region: the search knows départements.</summary>
    public static string LieuxDe(Region region) => $"/lieux?{string.Join('&', region.Departements.Select(d => $"departement={d}"))}";

    public static string LieuxDe(Departement departement) => $"/lieux?departement={departement.Code}";

    public static string LieuxDe(Commune commune) => $"/lieux?commune={commune.CodeInsee}";

    /// <summary>Places around the centre of a commune, nearest first; null when the centre isn't known.</summary>
    public static string? LieuxAutourDe(Commune commune) => commune is { Latitude: { } latitude, Longitude: { } longitude }
        ? string.Create(CultureInfo.InvariantCulture, $"/lieux?lat={latitude:0.###}&lon={longitude:0.###}&ou={Uri.EscapeDataString(commune.Nom)}")
        : null;
}
