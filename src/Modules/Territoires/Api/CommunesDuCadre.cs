using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Web;
using FaireAvec.Territoires.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Territoires.Api;

/// <summary>The names to write on a map: the most populated communes whose centre is in a frame.</summary>
internal static class CommunesDuCadre
{
    private const int LimiteMaximale = 100;
    private const int LimiteParDefaut = 40;

    private static readonly string[] Acceptes = ["bbox", "limite"];

    public static Results<JsonHttpResult<PointsReponse>, ProblemHttpResult> Lire(
        HttpContext contexte,
        ITerritoires territoires,
        [Description("Le cadre, en degrés : ouest,sud,est,nord.")] string? bbox = null,
        [Description("Nombre de communes, de 1 à 100 ; 40 par défaut.")] string? limite = null)
    {
        if (ParametresConnus.Verifier(contexte.Request.Query, Acceptes) is { } faute)
        {
            return Problemes.Refus(faute);
        }

        if (Cadre(bbox) is not { } cadre)
        {
            return Problemes.Refus(ErreursTerritoires.CadreFaux);
        }

        var nombre = LimiteParDefaut;
        if (limite is not null && !(int.TryParse(limite, NumberStyles.None, CultureInfo.InvariantCulture, out nombre) && nombre is >= 1 and <= LimiteMaximale))
        {
            return Problemes.Refus(ErreursTerritoires.LimiteDuCadre);
        }

        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) };
        return TypedResults.Json(
            new PointsReponse([
                .. territoires.Communes
                    .Where(c => !c.EstArrondissement && c is { Latitude: { } lat, Longitude: { } lon } && lon >= cadre.Ouest && lon <= cadre.Est && lat >= cadre.Sud && lat <= cadre.Nord)
                    .OrderByDescending(c => c.Population ?? 0)
                    .ThenBy(c => c.CodeInsee, StringComparer.Ordinal)
                    .Take(nombre)
                    .Select(c => new PointReponse(new GeometrieReponse([c.Longitude!.Value, c.Latitude!.Value]), new ProprietesReponse(c.CodeInsee, c.Nom, c.Population))),
            ]),
            contentType: "application/geo+json");
    }

    private static (double Ouest, double Sud, double Est, double Nord)? Cadre(string? texte)
    {
        var parts = (texte ?? "").Split(',', 5);
        var n = new double[4];
        if (parts.Length != 4 || texte!.Length > RechercheDeCommunes.LongueurLue)
        {
            return null;
        }

        for (var i = 0; i < 4; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out n[i]) || !(Math.Abs(n[i]) <= (i % 2 == 0 ? 180 : 90)))
            {
                return null;
            }
        }

        return n[0] <= n[2] && n[1] <= n[3] ? (n[0], n[1], n[2], n[3]) : null;
    }

    /// <summary>Des points, au format GeoJSON.</summary>
    internal sealed record PointsReponse([property: JsonPropertyName("features")] IReadOnlyList<PointReponse> Elements)
    {
        [JsonPropertyName("type"), JsonPropertyOrder(-1)]
        public string Type => "FeatureCollection";
    }

    /// <summary>Une commune, à son centre.</summary>
    internal sealed record PointReponse([property: JsonPropertyName("geometry")] GeometrieReponse Geometrie, [property: JsonPropertyName("properties")] ProprietesReponse Proprietes)
    {
        [JsonPropertyName("type"), JsonPropertyOrder(-1)]
        public string Type => "Feature";
    }

    /// <summary>Longitude puis latitude.</summary>
    internal sealed record GeometrieReponse([property: JsonPropertyName("coordinates")] IReadOnlyList<double> Coordonnees)
    {
        [JsonPropertyName("type"), JsonPropertyOrder(-1)]
        public string Type => "Point";
    }

    /// <summary>Ce que l'on sait de la commune.</summary>
    internal sealed record ProprietesReponse(
        [property: JsonPropertyName("code_insee")] string CodeInsee,
        [property: JsonPropertyName("nom")] string Nom,
        [property: JsonPropertyName("population")] int? Population);
}
