using FaireAvec.Cartographie.Recherche;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Cartographie.Api;

/// <summary>The ETag of what is said of places: a caller that already has the answer isn't sent it again.</summary>
internal static class EtiquetteDeLaRecherche
{
    /// <summary>The minute on which an answer depends, when it speaks of opening; 0 otherwise.</summary>
    public static long Minute(Criteres criteres) => criteres.Ouverture != Ouverture.Aucune || criteres.Comptes ? criteres.Instant.UtcTicks / TimeSpan.TicksPerMinute : 0;

    /// <summary>Sets the cache headers; true when the caller already has this answer (304).</summary>
    public static bool NonModifie(HttpContext contexte, string version, int secondes = 60)
    {
        var etag = $"W/\"{version}\"";
        contexte.Response.Headers.ETag = etag;
        contexte.Response.Headers.CacheControl = $"public, max-age={secondes}";
        var connues = contexte.Request.Headers.IfNoneMatch;
        if (connues.Count == 0 || !connues.Any(v => v is not null && v.Contains(etag, StringComparison.Ordinal)))
        {
            return false;
        }

        contexte.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
