using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Cartographie.Api;

/// <summary>« /api/v1/lieux »: open reads of the public places.</summary>
internal static class LieuxApi
{
    private const int TamponMax = 1 << 20;

    // Answers are made here first: their length is then known, and they leave in one piece.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _tampon;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/lieux", Chercher).Droit(DroitRequis.Public)
            .WithName("ChercherLieux").WithTags("Lieux")
            .WithSummary("Cherche des lieux")
            .WithDescription("Près d’une position (lat, lon, rayon_km), dans un cadre (bbox), dans des communes ou des départements, ou partout. Ces conditions s’ajoutent ; avec un cadre et sans rayon_km, la position ne fait que trier par distance. Un filtre accepte plusieurs valeurs (l’une ou l’autre) ; les filtres s’ajoutent. « non-renseigne » choisit les lieux qui ne disent rien. Pour la page suivante, donnez « suivant » dans « curseur ».")
            .DocumenterLaRecherche()
            .Produces<PageLieux>(contentType: "application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        endpoints.MapGet("/api/v1/lieux/{id}", Lire).Droit(DroitRequis.Public)
            .WithName("LireLieu").WithTags("Lieux")
            .WithSummary("Un lieu")
            .WithDescription("Tous les champs du schéma « lieux de médiation numérique » ; une valeur inconnue est null.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                if (operation.Responses?["200"].Content is { } contenu)
                {
                    contenu["application/json"].Example = ExemplesDeLieux.Fiche();
                }

                return Task.CompletedTask;
            })
            .Produces<FicheApi>(contentType: "application/json").Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task Chercher(HttpContext contexte, CatalogueLieux catalogue, LectureCriteres lecture, TimeProvider horloge)
    {
        if (await RechercheDemandee.LireOuRefuserAsync(contexte, catalogue, lecture) is not ({ } criteres, { } index))
        {
            return;
        }

        // An answer changes with the data, and with the minute when it speaks of opening.
        if (EtiquetteDeLaRecherche.NonModifie(contexte, $"{index.Revision}-{EtiquetteDeLaRecherche.Minute(criteres):x}"))
        {
            return;
        }

        Page(contexte, index, criteres, Aujourdhui(horloge));
        await contexte.Response.BodyWriter.FlushAsync(contexte.RequestAborted);
    }

    private static void Page(HttpContext contexte, IndexLieux index, Criteres critere, DateOnly aujourdhui)
    {
        var tampon = _tampon ??= new ArrayBufferWriter<byte>(1 << 16);
        tampon.ResetWrittenCount();
        LieuxJson.Page(tampon, index, index.Chercher(critere), aujourdhui);
        contexte.Response.ContentType = "application/json; charset=utf-8";
        contexte.Response.ContentLength = tampon.WrittenCount;
        contexte.Response.BodyWriter.Write(tampon.WrittenSpan);
        if (tampon.Capacity > TamponMax)
        {
            _tampon = null;
        }
    }

    private static async Task Lire([Description("Identifiant du lieu, tel que « id » le donne dans une recherche.")] string id, HttpContext contexte, CatalogueLieux catalogue, TimeProvider horloge)
    {
        if (contexte.Request.Query.Keys.FirstOrDefault(k => !AdresseMesuree.Ignores.Contains(k)) is { } inconnu)
        {
            await Problemes.Refus(new Erreur("CAR-001", $"Le paramètre « {LectureCriteres.Court(inconnu)} » n’existe pas. Cette adresse n’en accepte aucun.", LectureCriteres.Court(inconnu))).ExecuteAsync(contexte);
            return;
        }

        var index = catalogue.Index;
        var rang = index.RangDe(id);
        if (rang < 0)
        {
            await Problemes.Introuvable(new Erreur("CAR-020", "Aucun lieu public n’a cet identifiant. Il a pu fermer, ou demander à ne plus figurer ici.", "id")).ExecuteAsync(contexte);
            return;
        }

        if (index.IdDe(rang) is var actuel && actuel != id)
        {
            // Merged with another place since: links live for ever.
            contexte.Response.Redirect($"/api/v1/lieux/{Uri.EscapeDataString(actuel)}", permanent: true);
            return;
        }

        var maintenant = horloge.GetUtcNow();
        if (EtiquetteDeLaRecherche.NonModifie(contexte, $"{index.Version}-{maintenant.UtcTicks / TimeSpan.TicksPerMinute:x}-{rang:x}"))
        {
            return;
        }

        contexte.Response.ContentType = "application/json; charset=utf-8";
        Ecrire(contexte, index, rang, maintenant, Aujourdhui(horloge));
        await contexte.Response.BodyWriter.FlushAsync(contexte.RequestAborted);
    }

    private static void Ecrire(HttpContext contexte, IndexLieux index, int rang, DateTimeOffset maintenant, DateOnly aujourdhui)
    {
        using var json = new Utf8JsonWriter(contexte.Response.BodyWriter, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        LieuxJson.Champs(json, index, index[rang], index.DepartementDe(rang), aujourdhui);
        var numero = index.HorairesDe(rang);
        json.WriteBoolean("horaires_compris"u8, numero != 0);
        json.WritePropertyName("ouvert"u8);
        switch (index.Etats.A(maintenant)[numero])
        {
            case Ouverture.Ouvert:
                json.WriteBooleanValue(true);
                break;
            case Ouverture.Ferme:
                json.WriteBooleanValue(false);
                break;
            default:
                json.WriteNullValue();
                break;
        }

        json.WriteEndObject();
    }

    private static DateOnly Aujourdhui(TimeProvider horloge) => DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
}
