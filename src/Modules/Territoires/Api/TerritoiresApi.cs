using System.ComponentModel;
using System.Globalization;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using FaireAvec.Territoires.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Territoires.Api;

/// <summary>Public reads of the territories, under <c>/api/v1/territoires</c>.</summary>
internal static class TerritoiresApi
{
    public const int LimiteParDefaut = 10;
    public const int LimiteMaximale = 50;

    private static readonly string[] Acceptes = ["q", "limite"];

    public static void Mapper(IEndpointRouteBuilder endpoints)
    {
        var groupe = endpoints.MapGroup("/api/v1/territoires").WithTags("Territoires").AddEndpointFilter<EtiquetteDeReponse>();

        groupe.MapGet("/communes", ChercherCommunes)
            .Droit(DroitRequis.Public)
            .WithName("ChercherCommunes")
            .WithSummary("Cherche des communes")
            .WithDescription("Par nom, début de nom, ancien nom, code postal, code INSEE ou département, avec ou sans accents, même avec une faute. La meilleure réponse vient d’abord.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        groupe.MapGet("/communes/{code}", Commune)
            .Droit(DroitRequis.Public)
            .WithName("LireCommune")
            .WithSummary("Donne une commune par son code INSEE")
            .WithDescription("Accepte aussi le code d’un arrondissement de Paris, Lyon ou Marseille. Le code d’une commune fusionnée donne la commune d’aujourd’hui.")
            .ProducesProblem(StatusCodes.Status404NotFound);

        groupe.MapGet("/communes.geojson", CommunesDuCadre.Lire)
            .Droit(DroitRequis.Public)
            .WithName("CommunesDuCadre")
            .WithSummary("Donne les communes les plus peuplées d’un cadre")
            .WithDescription("GeoJSON (WGS84) : le centre de chaque commune et son nom, pour les écrire sur une carte. Les communes dont le centre n’est pas connu n’y sont pas.")
            .Produces<CommunesDuCadre.PointsReponse>(StatusCodes.Status200OK, contentType: "application/geo+json")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        groupe.MapGet("/departements", Departements)
            .Droit(DroitRequis.Public)
            .WithName("ListerDepartements")
            .WithSummary("Liste les départements")
            .WithDescription("Avec les collectivités d’outre-mer qui en tiennent lieu, par code.");

        groupe.MapGet("/departements/{code}", Departement)
            .Droit(DroitRequis.Public)
            .WithName("LireDepartement")
            .WithSummary("Donne un département par son code")
            .WithDescription("Codes sur deux caractères en métropole (« 42 », « 2A »), sur trois outre-mer (« 974 »).")
            .ProducesProblem(StatusCodes.Status404NotFound);

        groupe.MapGet("/departements.geojson", Contours)
            .Droit(DroitRequis.Public)
            .WithName("ContoursDesDepartements")
            .WithSummary("Donne les contours des départements")
            .WithDescription("GeoJSON (WGS84), pour un fond de carte : métropole, Guadeloupe, Martinique, Guyane, La Réunion et Mayotte. Source : Natural Earth, domaine public.")
            .Produces<ContoursReponse>(contentType: "application/geo+json")
            .Produces(StatusCodes.Status304NotModified);

        groupe.MapGet("/regions", Regions)
            .Droit(DroitRequis.Public)
            .WithName("ListerRegions")
            .WithSummary("Liste les régions")
            .WithDescription("Avec les collectivités d’outre-mer qui en tiennent lieu, par code, et leurs départements.");
    }

    internal static Results<Ok<CommunesReponse>, ProblemHttpResult> ChercherCommunes(
        HttpContext contexte,
        ITerritoires territoires,
        [Description("Ce que l'on cherche, 200 caractères au plus.")] string? q = null,
        [Description("Nombre de réponses, de 1 à 50 ; 10 par défaut.")] string? limite = null)
    {
        if (ParametresConnus.Verifier(contexte.Request.Query, Acceptes) is { } faute)
        {
            return Problemes.Refus(faute);
        }

        if (string.IsNullOrWhiteSpace(q))
        {
            return Problemes.Refus(ErreursTerritoires.RechercheVide);
        }

        if (q.Length > RechercheDeCommunes.LongueurLue)
        {
            return Problemes.Refus(ErreursTerritoires.RechercheTropLongue);
        }

        if (q.Any(char.IsControl))
        {
            return Problemes.Refus(ErreursTerritoires.RechercheInvisible);
        }

        var nombre = LimiteParDefaut;
        if (limite is not null &&
            !(int.TryParse(limite, NumberStyles.None, CultureInfo.InvariantCulture, out nombre) && nombre is >= 1 and <= LimiteMaximale))
        {
            return Problemes.Refus(ErreursTerritoires.LimiteHorsBornes);
        }

        Garder(contexte, 300);
        return TypedResults.Ok(new CommunesReponse([.. territoires.ChercherCommunes(q, nombre).Select(t => CommuneReponse.De(t.Commune))]));
    }

    internal static Results<Ok<CommuneReponse>, ProblemHttpResult> Commune(HttpContext contexte, ITerritoires territoires, [Description("Code INSEE, cinq caractères.")] string code)
    {
        if (ParametresConnus.Verifier(contexte.Request.Query, []) is { } faute)
        {
            return Problemes.Refus(faute);
        }

        if (territoires.Commune(code) is not { } commune)
        {
            return Problemes.Introuvable(ErreursTerritoires.CommuneInconnue);
        }

        Garder(contexte, 3600);
        return TypedResults.Ok(CommuneReponse.De(commune));
    }

    internal static Results<Ok<DepartementsReponse>, ProblemHttpResult> Departements(HttpContext contexte, ITerritoires territoires)
    {
        if (ParametresConnus.Verifier(contexte.Request.Query, []) is { } faute)
        {
            return Problemes.Refus(faute);
        }

        Garder(contexte, 3600);
        return TypedResults.Ok(new DepartementsReponse([.. territoires.Departements.Select(DepartementReponse.De)]));
    }

    internal static Results<Ok<DepartementReponse>, ProblemHttpResult> Departement(HttpContext contexte, ITerritoires territoires, [Description("Code du département.")] string code)
    {
        if (ParametresConnus.Verifier(contexte.Request.Query, []) is { } faute)
        {
            return Problemes.Refus(faute);
        }

        if (territoires.Departement(code) is not { } departement)
        {
            return Problemes.Introuvable(ErreursTerritoires.DepartementInconnu);
        }

        Garder(contexte, 3600);
        return TypedResults.Ok(DepartementReponse.De(departement));
    }

    internal static Results<Ok<RegionsReponse>, ProblemHttpResult> Regions(HttpContext contexte, ITerritoires territoires)
    {
        if (ParametresConnus.Verifier(contexte.Request.Query, []) is { } faute)
        {
            return Problemes.Refus(faute);
        }

        Garder(contexte, 3600);
        return TypedResults.Ok(new RegionsReponse([.. territoires.Regions.Select(RegionReponse.De)]));
    }

    internal static FileContentHttpResult Contours(HttpContext contexte, ContoursDesDepartements contours)
    {
        // The file is compressed already: sent as it is to whoever reads gzip. Each form has its own ETag.
        var gzip = contexte.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality != 0);
        Garder(contexte, 7 * 24 * 3600);
        contexte.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (gzip)
        {
            contexte.Response.Headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(
            gzip ? contours.Compresse : contours.Clair,
            "application/geo+json",
            entityTag: new EntityTagHeaderValue($"\"{contours.Empreinte}{(gzip ? "-gz" : "")}\""));
    }

    private static void Garder(HttpContext contexte, int secondes) =>
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromSeconds(secondes) };
}
