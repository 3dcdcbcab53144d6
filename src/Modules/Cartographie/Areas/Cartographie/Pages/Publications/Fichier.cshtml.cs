using System.Globalization;
using System.IO.Compression;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Publications;

/// <summary>
/// « /publications/{jour}/{fichier} » and « /publications/derniere/{fichier} »: a file of a publication, as it is in the database. Other sites may read it,
/// within the limits of the API.
/// </summary>
[EnableCors("lecture")]
[EnableRateLimiting("lecture")]
internal sealed class FichierModel(FaireAvecDb db) : PageModel
{
    /// <summary>In place of a day: the latest publication.</summary>
    public const string Derniere = "derniere";

    public async Task<IActionResult> OnGetAsync(string jour, string fichier, CancellationToken annulation)
    {
        DateOnly? date = jour == Derniere ? await db.Set<PublicationDuJour>().MaxAsync(p => (DateOnly?)p.Jour, annulation)
            : DateOnly.TryParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lue) ? lue : null;
        var trouve = date is null ? null : await db.Set<FichierDePublication>().Where(f => f.Jour == date && f.Nom == fichier).Select(f => new { f.TypeMedia, f.Sha256, f.Taille }).SingleOrDefaultAsync(annulation);
        if (trouve is null)
        {
            return NotFound();
        }

        var gzip = AccepteGzip(Request);
        // Two texts, two marks: a cache never gives gzip to who can't read it.
        var etag = $"\"{trouve.Sha256[..32]}{(gzip ? "-gzip" : "")}\"";
        Response.Headers.ETag = etag;
        Response.Headers.CacheControl = "public, max-age=300";
        Response.Headers.Append(HeaderNames.Vary, "Accept-Encoding");
        if (Request.Headers.IfNoneMatch.Any(v => v is not null && v.Contains(etag, StringComparison.Ordinal)))
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        Response.ContentType = trouve.TypeMedia;
        Response.Headers.ContentDisposition = $"inline; filename=\"{fichier}\"";
        if (gzip)
        {
            Response.Headers.ContentEncoding = "gzip";
        }

        if (!HttpMethods.IsHead(Request.Method))
        {
            var octets = await db.Set<FichierDePublication>().Where(f => f.Jour == date && f.Nom == fichier).Select(f => f.Octets).SingleAsync(annulation);
            Response.ContentLength = gzip ? octets.Length : trouve.Taille;
            await using var contenu = gzip ? (Stream)new MemoryStream(octets, writable: false) : new GZipStream(new MemoryStream(octets, writable: false), CompressionMode.Decompress);
            await contenu.CopyToAsync(Response.Body, annulation);
        }

        return new EmptyResult();
    }

    private static bool AccepteGzip(HttpRequest demande) => StringWithQualityHeaderValue.TryParseList(demande.Headers.AcceptEncoding, out var valeurs)
        && valeurs.Any(v => v.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && v.Quality is not 0);
}
