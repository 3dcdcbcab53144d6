using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace FaireAvec.Host.Site;

/// <summary>
/// What says that it is bigger than its page accepts is refused before anything reads it, with the limit. Otherwise the reading of the form fails in the middle,
/// which looks like a form without its token: « demande incomprise ».
/// </summary>
internal sealed class TailleDesEnvois(RequestDelegate suite)
{
    /// <summary>Where the limit is, in bytes, for the page that says it.</summary>
    public const string Limite = "taille-max";

    public Task InvokeAsync(HttpContext contexte)
    {
        var metadata = contexte.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        var max = metadata is null ? contexte.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize : metadata.MaxRequestBodySize;
        if (max is not { } octets || !(contexte.Request.ContentLength > octets))
        {
            return suite(contexte);
        }

        contexte.Items[Limite] = octets;
        contexte.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
