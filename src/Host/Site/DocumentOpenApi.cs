using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace FaireAvec.Host.Site;

/// <summary>The document « /openapi/v1.json », also committed in docs/openapi-v1.json: a test compares them.</summary>
internal static class DocumentOpenApi
{
    private const string Jetons = "/api/v1/jetons";
    private const string Version = "v1";

    private static readonly Dictionary<string, string> ReponsesEnMots = new(StringComparer.Ordinal)
    {
        ["200"] = "La réponse.",
        ["201"] = "C’est enregistré.",
        ["204"] = "C’est fait : rien à lire.",
        ["301"] = "L’adresse a changé : la nouvelle est dans Location.",
        ["304"] = "Rien n’a changé depuis votre lecture.",
        ["400"] = "La demande n’est pas comprise : « erreurs » dit chaque faute.",
        ["401"] = "Vos identifiants ne sont pas reconnus.",
        ["403"] = "Cet accès n’a pas ce droit.",
        ["404"] = "Rien n’a ce nom.",
        ["409"] = "Autre chose est déjà là.",
        ["412"] = "Cela a changé depuis votre lecture.",
        ["428"] = "Dites quelle version vous changez.",
        ["429"] = "Trop de demandes : Retry-After dit combien de secondes attendre.",
    };

    /// <summary>« /openapi/v1.json », made once: it changes with the program alone.</summary>
    public static void MapDocumentOpenApi(this IEndpointRouteBuilder endpoints)
    {
        byte[]? document = null;
        endpoints.MapGet($"/openapi/{Version}.json", async (HttpContext c, [FromKeyedServices(Version)] IOpenApiDocumentProvider documents) =>
        {
            document ??= Encoding.UTF8.GetBytes(await (await documents.GetOpenApiDocumentAsync(c.RequestAborted)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, c.RequestAborted));
            return FichierPublic.Rendre(c, document, "application/json; charset=utf-8", TimeSpan.FromHours(1));
        }).ExcludeFromDescription().Droit(DroitRequis.Public).RequireCors("lecture");
    }

    public static IServiceCollection AddDocumentOpenApi(this IServiceCollection services) => services.AddOpenApi(Version, o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.ShouldInclude = d => d.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FaireAvec",
                Version = "v1",
                Description = "Lecture ouverte des lieux et des territoires de l’inclusion numérique. Une version publiée ne change plus : les ajouts y sont compatibles, une rupture fait une v2.",
                License = new OpenApiLicense { Name = "Données : celle de chaque producteur, le plus souvent la Licence Ouverte 2.0 ; code : MIT" },
            };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.AddComponent<IOpenApiSecurityScheme>("client", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Jeton d’une heure, demandé avec l’identifiant et le secret d’un accès. Les adresses qui n’en parlent pas sont ouvertes à tous.",
                Flows = new OpenApiOAuthFlows { ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri(Jetons, UriKind.Relative), Scopes = new Dictionary<string, string>(StringComparer.Ordinal) } },
            });
            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, contexte, _) =>
        {
            if ($"/{contexte.Description.RelativePath}" == Jetons)
            {
                // Its form is read by hand, to answer in the words of RFC 6749: the framework can't describe it.
                operation.RequestBody = FormulaireDeJeton();
            }
            else if (contexte.Description.ActionDescriptor.EndpointMetadata.OfType<DroitRequis>().FirstOrDefault() is { Nom: not DroitRequis.Public })
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("client", contexte.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, contexte, _) =>
        {
            ExemplesDeLApi.Ajouter(operation);
            // Before any of them looks at it, an address that isn't UTF-8 is refused, and so is a body that can't be read (AdresseBienEcrite, Erreurs).
            Refuser("400");
            // All share the limit; those that ask for an access refuse who has none, and who has another.
            Refuser("429");
            if (operation.Security is { Count: > 0 })
            {
                Refuser("401");
                Refuser("403");
            }

            foreach (var (statut, reponse) in operation.Responses ?? [])
            {
                // The framework writes the reason of HTTP, in English.
                if (reponse is OpenApiResponse sienne && (sienne.Description is null or "" || sienne.Description == ReasonPhrases.GetReasonPhrase(int.Parse(statut, CultureInfo.InvariantCulture))) && ReponsesEnMots.TryGetValue(statut, out var mots))
                {
                    sienne.Description = mots;
                }
            }

            return Task.CompletedTask;

            void Refuser(string statut) => (operation.Responses ??= []).TryAdd(statut, new OpenApiResponse
            {
                Description = "",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", contexte.Document) } },
            });
        });
        o.AddSchemaTransformer((schema, contexte, _) =>
        {
            // The framework says that a number may be written as a text, which it would read: the answers never do.
            if (schema.Type is { } type && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)) && type.HasFlag(JsonSchemaType.String))
            {
                (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
            }

            // The framework knows the standard's fields; ours is the same on every refusal.
            if (contexte.JsonTypeInfo.Type == typeof(ProblemDetails))
            {
                schema.Properties![Problemes.Erreurs] = Erreurs();
            }

            return Task.CompletedTask;
        });
    });

    private static OpenApiRequestBody FormulaireDeJeton()
    {
        static OpenApiSchema Texte(string description) => new() { Type = JsonSchemaType.String, Description = description };
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/x-www-form-urlencoded"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "grant_type" },
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                        {
                            ["grant_type"] = Texte("« client_credentials »."),
                            ["client_id"] = Texte("Identifiant de l’accès ; ou dans l’en-tête Authorization (Basic)."),
                            ["client_secret"] = Texte("Son secret ; ou dans l’en-tête."),
                            ["scope"] = Texte("Étendues voulues, séparées par une espace ; toutes celles de l’accès sans ce champ."),
                        },
                    },
                },
            },
        };
    }

    private static OpenApiSchema Erreurs()
    {
        static OpenApiSchema Texte(string description, bool nul = false) => new() { Type = nul ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, Description = description };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "Toutes les fautes de la demande.",
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["code"] = Texte("Stable, jamais réutilisé (« CAR-007 », « TER-001 », « HTTP-429 »)."),
                    ["champ"] = Texte("Le paramètre fautif, ou null.", nul: true),
                    ["message"] = Texte("Une phrase en français, faite pour être montrée."),
                    ["valeurs_acceptees"] = new OpenApiSchema { Type = JsonSchemaType.Array | JsonSchemaType.Null, Description = "Les valeurs acceptées quand leur liste est fermée, sinon null.", Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            },
        };
    }
}
