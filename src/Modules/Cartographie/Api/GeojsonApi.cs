using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Cartographie.Api;

/// <summary>« /api/v1/lieux.geojson »: the same search as points for a map, 1 000 at most.</summary>
internal static class GeojsonApi
{
    /// <summary>More points than this make a map that nobody reads on an old phone.</summary>
    public const int PointsMax = 1000;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/lieux.geojson", Repondre).Droit(DroitRequis.Public)
            .WithName("LieuxEnGeojson").WithTags("Lieux")
            .WithSummary("Les lieux d’une recherche, en GeoJSON")
            .WithDescription("Mêmes paramètres que /api/v1/lieux. Sans « limite », les 1 000 premiers lieux trouvés ; ceux qui n’ont pas de position n’y sont pas.")
            .DocumenterLaRecherche($"Nombre de lieux ; {PointsMax.ToString("N0", CultureInfo.GetCultureInfo("fr"))} sans ce paramètre.")
            .Produces<LieuxGeojson>(contentType: "application/geo+json").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task Repondre(HttpContext contexte, CatalogueLieux catalogue, LectureCriteres lecture)
    {
        if (await RechercheDemandee.LireOuRefuserAsync(contexte, catalogue, lecture) is not ({ } criteres, { } index))
        {
            return;
        }

        var critere = criteres with { Limite = RechercheDemandee.LimiteDUnFichier(contexte, criteres, PointsMax), Comptes = false };
        // The state of opening is in the language of the request, and of the minute.
        contexte.Response.Headers.Append("Vary", "Cookie");
        if (EtiquetteDeLaRecherche.NonModifie(contexte, $"{index.Revision}-{critere.Instant.UtcTicks / TimeSpan.TicksPerMinute:x}-{CultureInfo.CurrentUICulture.Name}"))
        {
            return;
        }

        contexte.Response.ContentType = "application/geo+json; charset=utf-8";
        Ecrire(contexte, index, critere);
        await contexte.Response.BodyWriter.FlushAsync(contexte.RequestAborted);
    }

    private static void Ecrire(HttpContext contexte, IndexLieux index, Criteres critere)
    {
        using var json = new Utf8JsonWriter(contexte.Response.BodyWriter, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);
        foreach (var trouve in index.Chercher(critere).Lieux)
        {
            var connu = new ConnaissanceDuLieu(index, trouve.Rang, critere.Instant, trouve.DistanceM);
            if (IndexLieux.PositionDe(connu.Lieu) is not { } p)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("type"u8, "Feature"u8);
            json.WriteStartObject("geometry"u8);
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            json.WriteNumberValue(p.Longitude);
            json.WriteNumberValue(p.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties"u8);
            json.WriteString("id"u8, connu.Lieu.Id);
            json.WriteString("nom"u8, connu.Lieu.Nom);
            json.WriteString("url"u8, Liens.Lieu(connu.Lieu));
            json.WriteString("adresse"u8, connu.AdresseEnLigne);
            json.WriteString("ouverture"u8, connu.OuvertureEnMots);
            json.WriteString("etat"u8, connu.Ouverture switch { Ouverture.Ouvert => "ouvert", Ouverture.Ferme => "ferme", _ => "inconnu" });
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
