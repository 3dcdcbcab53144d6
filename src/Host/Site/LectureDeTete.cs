namespace FaireAvec.Host.Site;

/// <summary>
/// HEAD on the API: the address is found and answered as with GET, and the server leaves the body out. The verb is put back afterwards for whatever looks at the
/// request again. A browser that asks first (CORS) is told the same.
/// </summary>
internal sealed class LectureDeTete(RequestDelegate suite)
{
    public async Task InvokeAsync(HttpContext contexte)
    {
        var requete = contexte.Request;
        if (!requete.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !requete.Path.StartsWithSegments("/openapi", StringComparison.Ordinal))
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
}
