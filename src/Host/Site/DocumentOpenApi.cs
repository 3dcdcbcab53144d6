using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace FaireAvec.Host.Site;

/// <summary>The document « /openapi/v1.json », also committed in docs/openapi-v1.json: a test compares them.</summary>
internal static class DocumentOpenApi
{
    public static IServiceCollection AddDocumentOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", o =>
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
                License = new OpenApiLicense { Name = "Données : Licence Ouverte 2.0 ; code : MIT" },
            };
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        o.AddSchemaTransformer((schema, contexte, _) =>
        {
            // The framework knows the standard's fields; ours is the same on every refusal.
            if (contexte.JsonTypeInfo.Type == typeof(ProblemDetails))
            {
                schema.Properties![Problemes.Erreurs] = Erreurs();
            }

            return Task.CompletedTask;
        });
    });

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
