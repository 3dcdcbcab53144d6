using System.ComponentModel;

namespace FaireAvec.Cartographie.Api;

/// <summary>Shape of the GeoJSON, for the OpenAPI document; <see cref="GeojsonApi"/> writes it.</summary>
internal sealed record LieuxGeojson([property: Description("« FeatureCollection ».")] string Type, IReadOnlyList<LieuGeojson> Features);

/// <summary>A place as a point.</summary>
internal sealed record LieuGeojson([property: Description("« Feature ».")] string Type, PointGeojson Geometry, ProprietesDuLieu Properties);

/// <summary>Longitude, then latitude.</summary>
internal sealed record PointGeojson([property: Description("« Point ».")] string Type, IReadOnlyList<double> Coordinates);

/// <summary>What the map says of a place.</summary>
internal sealed record ProprietesDuLieu(
    string Id,
    string Nom,
    [property: Description("Chemin de la page du lieu.")] string Url,
    string Adresse,
    [property: Description("L’ouverture en mots, dans la langue de la demande.")] string Ouverture,
    [property: Description("« ouvert », « ferme » ou « inconnu » : ne pas savoir n’est pas fermé.")] string Etat);
