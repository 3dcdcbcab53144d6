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
    });
}
