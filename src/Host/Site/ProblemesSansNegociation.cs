using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FaireAvec.Host.Site;

/// <summary>Writes the problem details of the API whatever the caller says it accepts: a refusal without a word helps nobody (RFC 9110 §15.5.7 lets a server do so).</summary>
internal sealed class ProblemesSansNegociation(IOptions<ProblemDetailsOptions> options, IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    /// <summary>True for what systems read: the API, its description, the state of health.</summary>
    public static bool Concerne(string chemin) =>
        chemin.StartsWith("/api/", StringComparison.Ordinal) || chemin.StartsWith("/openapi/", StringComparison.Ordinal) || chemin.StartsWith("/sante", StringComparison.Ordinal);

    public bool CanWrite(ProblemDetailsContext context) => Concerne(context.HttpContext.Request.Path.Value ?? "");

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.ProblemDetails.Status ??= context.HttpContext.Response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        await context.HttpContext.Response.WriteAsJsonAsync(context.ProblemDetails, context.ProblemDetails.GetType(), json.Value.SerializerOptions, "application/problem+json", context.HttpContext.RequestAborted);
    }
}
