using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Territoires.Api;

/// <summary>Gives an answer of the territories its ETag, which is that of its text: a reader that has it already is told 304 and nothing more.</summary>
internal sealed class EtiquetteDeReponse : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var resultat = await next(context);
        var donne = resultat is INestedHttpResult imbrique ? imbrique.Result : resultat;
        if (donne is not (IValueHttpResult { Value: { } valeur } and not IStatusCodeHttpResult { StatusCode: >= 300 }))
        {
            return resultat;
        }

        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var octets = JsonSerializer.SerializeToUtf8Bytes(valeur, valeur.GetType(), options);
        return TypedResults.Bytes(
            octets,
            (donne as IContentTypeHttpResult)?.ContentType ?? "application/json; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(octets).AsSpan(0, 8))}\""));
    }
}
