using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Host.Site;

/// <summary>A file that the product makes for everybody (map of the site, description of the API): kept by any cache for a while, then compared by its ETag.</summary>
internal static class FichierPublic
{
    public static IResult Rendre(HttpContext contexte, byte[] octets, string type, TimeSpan duree, bool partage = true)
    {
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = partage, Private = !partage, MaxAge = duree };
        // Weak: what is sent may be compressed in several ways.
        return Results.Bytes(octets, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(octets).AsSpan(0, 16))}\"", isWeak: true));
    }
}
