namespace FaireAvec.Host.Site;

/// <summary>
/// HEAD on what an endpoint answers — the API, and the files that robots ask for: the address is found and answered as with GET, and the server leaves the body out. The verb is put back afterwards for whatever looks at the
/// request again. A browser that asks first (CORS) is told the same.
/// </summary>
internal sealed class LectureDeTete(RequestDelegate suite)
{
    private static readonly string[] Prefixes = ["/api", "/openapi", "/robots.txt", "/favicon.ico"];

    public async Task InvokeAsync(HttpContext contexte)
    {
        var requete = contexte.Request;
        if (!Prefixes.Any(p => requete.Path.StartsWithSegments(p, StringComparison.Ordinal)) && !EstUnePartieDuPlan(requete.Path))
        {
            await suite(contexte);
            return;
        }

        if (HttpMethods.IsOptions(requete.Method) && requete.Headers.AccessControlRequestMethod == HttpMethods.Head)
        {
            requete.Headers.AccessControlRequestMethod = HttpMethods.Get;
        }

        if (!HttpMethods.IsHead(requete.Method))
        {
            await suite(contexte);
            return;
        }

        requete.Method = HttpMethods.Get;
        try
        {
            await suite(contexte);
        }
        finally
        {
            requete.Method = HttpMethods.Head;
        }
    }

    /// <summary>« /sitemap.xml », « /sitemap-1.xml ».</summary>
    private static bool EstUnePartieDuPlan(PathString chemin) => chemin.Value is { } c && c.StartsWith("/sitemap", StringComparison.Ordinal) && c.EndsWith(".xml", StringComparison.Ordinal);
}
