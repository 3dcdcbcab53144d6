using System.Globalization;
using System.IO.Compression;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Cartographie.Publication;

/// <summary>« /publications/{jour}/{fichier} » and « /publications/derniere/{fichier} »: the files, as they are in the database.</summary>
internal static class PublicationsApi
{
    public const string Derniere = "derniere";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        // Files, not an interface: the page lists them.
        endpoints.MapMethods("/publications/{jour}/{fichier}", [HttpMethods.Get, HttpMethods.Head], Donner).Droit(DroitRequis.Public).ExcludeFromDescription();

    private static async Task Donner(string jour, string fichier, HttpContext contexte, FaireAvecDb db)
    {
        var annulation = contexte.RequestAborted;
        DateOnly? date = jour == Derniere ? await db.Set<PublicationDuJour>().MaxAsync(p => (DateOnly?)p.Jour, annulation)
            : DateOnly.TryParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lue) ? lue : null;
        var trouve = date is null ? null : await db.Set<FichierDePublication>().Where(f => f.Jour == date && f.Nom == fichier).Select(f => new { f.TypeMedia, f.Sha256, f.Taille }).SingleOrDefaultAsync(annulation);
        if (trouve is null)
        {
            contexte.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var reponse = contexte.Response;
        var gzip = AccepteGzip(contexte.Request);
        // Two texts, two marks: a cache never gives gzip to who can't read it.
        var etag = $"\"{trouve.Sha256[..32]}{(gzip ? "-gzip" : "")}\"";
        reponse.Headers.ETag = etag;
        reponse.Headers.CacheControl = "public, max-age=300";
        reponse.Headers.Append(HeaderNames.Vary, "Accept-Encoding");
        if (contexte.Request.Headers.IfNoneMatch.Any(v => v is not null && v.Contains(etag, StringComparison.Ordinal)))
        {
            reponse.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        reponse.ContentType = trouve.TypeMedia;
        reponse.Headers.ContentDisposition = $"inline; filename=\"{fichier}\"";
        if (HttpMethods.IsHead(contexte.Request.Method))
        {
            reponse.ContentLength = gzip ? null : trouve.Taille;
            return;
        }

        var octets = await db.Set<FichierDePublication>().Where(f => f.Jour == date && f.Nom == fichier).Select(f => f.Octets).SingleAsync(annulation);
        if (gzip)
        {
            reponse.Headers.ContentEncoding = "gzip";
            reponse.ContentLength = octets.Length;
            await reponse.Body.WriteAsync(octets, annulation);
            return;
        }

        reponse.ContentLength = trouve.Taille;
        await using var clair = new GZipStream(new MemoryStream(octets, writable: false), CompressionMode.Decompress);
        await clair.CopyToAsync(reponse.Body, annulation);
    }

    private static bool AccepteGzip(HttpRequest demande) => StringWithQualityHeaderValue.TryParseList(demande.Headers.AcceptEncoding, out var valeurs)
        && valeurs.Any(v => v.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && v.Quality is not 0);
}
