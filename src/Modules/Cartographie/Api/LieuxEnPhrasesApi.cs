using System.Text.Json.Nodes;
using FaireAvec.Cartographie.Integration;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace FaireAvec.Cartographie.Api;

/// <summary>
/// « /api/v1/lieux/en-phrases »: the search as people read it, for the web component that other sites put in their pages. Whoever writes another one has the
/// same words, the same hours, the same next free time.
/// </summary>
internal static class LieuxEnPhrasesApi
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Liens.RechercheEnPhrases, ChercherAsync).Droit(DroitRequis.Public)
            .WithName("ChercherLieuxEnPhrases").WithTags("Lieux")
            .WithSummary("Cherche des lieux, en phrases")
            .WithDescription("Pour montrer une recherche dans les pages d’un autre site : distances, horaires, prix et prochain créneau en mots, dans la langue demandée. Autour d’une commune (« commune »), dans un département (« departement »), ou là où la personne l’écrit (« ou » : une ville, un code postal, un département ou une région). Sans l’un des trois, rien n’est cherché. Les adresses sont à compléter par celle de ce site.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                var parametres = operation.Parameters ??= [];
                parametres.Add(Parametre("ou", "Une ville, un code postal, un département ou une région, comme on l’écrit. Passe avant « commune ».", "Saint-Étienne"));
                parametres.Add(Parametre("commune", "Code INSEE de la commune autour de laquelle chercher.", "42218"));
                parametres.Add(Parametre("departement", "Code du département où chercher.", "42"));
                parametres.Add(Parametre("besoin", "Ce pour quoi on vient.", Domain.Besoin.Tous[0].Cle, [.. Domain.Besoin.Tous.Select(b => b.Cle)]));
                parametres.Add(Parametre(ReglagesDIntegration.Langue, "Langue de la réponse, français par défaut.", ReglagesDIntegration.Langues[0], [.. ReglagesDIntegration.Langues]));
                parametres.Add(new OpenApiParameter { Name = "page", In = ParameterLocation.Query, Description = $"{RechercheIntegree.ParPage} lieux par page.", Example = 1, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{RechercheIntegree.PageMax}", Default = 1 } });
                return Task.CompletedTask;
            })
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<RechercheEnPhrases>, ProblemHttpResult>> ChercherAsync(HttpContext contexte, RechercheIntegree recherche, CancellationToken annulation)
    {
        var demande = recherche.Lire(contexte.Request.Query, strict: true);
        if (!demande.Reussi)
        {
            return Problemes.Refus(demande.Erreurs);
        }

        contexte.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(RechercheEnPhrases.De(await recherche.ChercherAsync(demande.Valeur, annulation)));
    }

    private static OpenApiParameter Parametre(string nom, string description, string exemple, params string[] valeurs) => new()
    {
        Name = nom,
        In = ParameterLocation.Query,
        Description = description,
        Example = exemple,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = valeurs.Length == 0 ? null : [.. valeurs.Select(v => (JsonNode)v)] },
    };
}
