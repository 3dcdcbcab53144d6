using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Host.Site;

/// <summary>A file that the product makes for everybody (map of the site, description of the API): kept by any cache for a while, then compared by its ETag.</summary>
internal static class FichierPublic
{
    public static IResult Rendre(HttpContext contexte, byte[] octets, string type, TimeSpan duree, bool partage = true)
    {
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = partage, Private = !partage, MaxAge = duree };
        return Results.Bytes(octets, type, entityTag: Etiquette(SHA256.HashData(octets)));
    }

    /// <summary>The ETag of what is written at each answer. Weak: what is sent may be compressed in several ways.</summary>
    /// <param name="sha256">Print of the bytes.</param>
    public static EntityTagHeaderValue Etiquette(byte[] sha256) => new($"\"{Convert.ToHexStringLower(sha256.AsSpan(0, 16))}\"", isWeak: true);
}
