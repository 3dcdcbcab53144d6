using FaireAvec.Kernel.Web;

namespace FaireAvec.Host.Site;

/// <summary>Strict headers on every answer. No inline script or style anywhere; no page can be framed, but those that say so (<see cref="DansUnCadreAttribute"/>).</summary>
internal sealed class EnTetesDeSecurite(RequestDelegate suite, IConfiguration configuration)
{
    private readonly string _csp = Politique(configuration, "'none'");
    private readonly string _cspDuCadre = Politique(configuration, "*");

    private static string Politique(IConfiguration configuration, string cadres) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        $"img-src 'self' data:{Tuiles(configuration)}",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        $"frame-ancestors {cadres}",
        // The first for the browsers that don't know the second.
        $"report-uri {RapportsCsp.Adresse}",
        $"report-to {Groupe}");

    private const string Groupe = "csp";

    public Task InvokeAsync(HttpContext contexte)
    {
        // At the last moment: an exception clears what was set before.
        contexte.Response.OnStarting(Poser, contexte);
        return suite(contexte);
    }

    private Task Poser(object etat)
    {
        var contexte = (HttpContext)etat;
        var entetes = contexte.Response.Headers;
        // A page of error has lost its endpoint: it isn't framed.
        var dansUnCadre = contexte.GetEndpoint()?.Metadata.GetMetadata<DansUnCadreAttribute>() is not null;
        entetes.ContentSecurityPolicy = dansUnCadre ? _cspDuCadre : _csp;
        entetes["Reporting-Endpoints"] = $"{Groupe}=\"{RapportsCsp.Adresse}\"";
        entetes.XContentTypeOptions = "nosniff";
        // A page whose address is a key says less to others: that stands.
        if (entetes["Referrer-Policy"] != "no-referrer")
        {
            entetes["Referrer-Policy"] = "strict-origin-when-cross-origin";
        }

        entetes["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=(), payment=()";
        entetes["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!dansUnCadre)
        {
            entetes.XFrameOptions = "DENY";
        }

        if (contexte.Request.IsHttps)
        {
            entetes.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return Task.CompletedTask;
    }

    private static string Tuiles(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Carte:Tuiles"]?.Replace("{s}", "a", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? $" {uri.GetLeftPart(UriPartial.Authority)}" : "";
}
