using System.Text.Json.Serialization;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Territoires.Api;

/// <summary>Communes qui répondent à une recherche, de la meilleure à la moins bonne.</summary>
internal sealed record CommunesReponse([property: JsonPropertyName("communes")] IReadOnlyList<CommuneReponse> Communes);

/// <summary>Une commune ou un arrondissement. Une valeur nulle est inconnue.</summary>
internal sealed record CommuneReponse(
    [property: JsonPropertyName("code_insee")] string CodeInsee,
    [property: JsonPropertyName("nom")] string Nom,
    [property: JsonPropertyName("departement")] string Departement,
    [property: JsonPropertyName("nom_departement")] string NomDepartement,
    [property: JsonPropertyName("region")] string Region,
    [property: JsonPropertyName("epci")] string? Epci,
    [property: JsonPropertyName("codes_postaux")] IReadOnlyList<string> CodesPostaux,
    [property: JsonPropertyName("population")] int? Population,
    [property: JsonPropertyName("latitude")] double? Latitude,
    [property: JsonPropertyName("longitude")] double? Longitude)
{
    public static CommuneReponse De(Commune c) => new(
        c.CodeInsee, c.Nom, c.Departement, c.NomDepartement, c.Region, c.Epci, c.CodesPostaux, c.Population, c.Latitude, c.Longitude);
}

/// <summary>Tous les départements.</summary>
internal sealed record DepartementsReponse([property: JsonPropertyName("departements")] IReadOnlyList<DepartementReponse> Departements);

/// <summary>Un département ou une collectivité d'outre-mer.</summary>
internal sealed record DepartementReponse(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("nom")] string Nom,
    [property: JsonPropertyName("region")] string Region,
    [property: JsonPropertyName("nom_region")] string NomRegion,
    [property: JsonPropertyName("chef_lieu")] string ChefLieu,
    [property: JsonPropertyName("zone")] string Zone,
    [property: JsonPropertyName("fuseau_horaire")] string FuseauHoraire,
    [property: JsonPropertyName("voisins")] IReadOnlyList<string> Voisins)
{
    public static DepartementReponse De(Departement d) => new(
        d.Code, d.Nom, d.Region, d.NomRegion, d.ChefLieu, Zones.Nom(d.Zone), d.FuseauHoraire, d.Voisins);
}

/// <summary>Toutes les régions.</summary>
internal sealed record RegionsReponse([property: JsonPropertyName("regions")] IReadOnlyList<RegionReponse> Regions);

/// <summary>Une région ou une collectivité d'outre-mer.</summary>
internal sealed record RegionReponse(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("nom")] string Nom,
    [property: JsonPropertyName("chef_lieu")] string ChefLieu,
    [property: JsonPropertyName("zone")] string Zone,
    [property: JsonPropertyName("departements")] IReadOnlyList<string> Departements)
{
    public static RegionReponse De(Region r) => new(r.Code, r.Nom, r.ChefLieu, Zones.Nom(r.Zone), r.Departements);
}

/// <summary>Des contours, au format GeoJSON.</summary>
internal sealed record ContoursReponse(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("features")] IReadOnlyList<ContourReponse> Elements);

/// <summary>Un département, et ses contours.</summary>
internal sealed record ContourReponse(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("properties")] IReadOnlyDictionary<string, string> Proprietes,
    [property: JsonPropertyName("geometry")] ContourGeometrie Geometrie);

/// <summary>Un ou plusieurs polygones : des listes de positions, longitude puis latitude.</summary>
internal sealed record ContourGeometrie(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("coordinates")] System.Text.Json.Nodes.JsonArray Coordonnees);

internal static class Zones
{
    public static string Nom(ZoneTerritoire zone) => zone switch
    {
        ZoneTerritoire.Metropole => "metropole",
        ZoneTerritoire.OutreMer => "outre_mer",
        ZoneTerritoire.CollectiviteOutreMer => "collectivite_outre_mer",
        _ => throw new ArgumentOutOfRangeException(nameof(zone)),
    };
}
