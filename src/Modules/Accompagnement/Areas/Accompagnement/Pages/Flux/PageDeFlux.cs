using System.Security.Cryptography;
using FaireAvec.Kernel.ICalendar;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Flux;

/// <summary>A calendar that programs subscribe to. Whoever has the same bytes already is told so.</summary>
internal abstract class PageDeFlux : PageModel
{
    private static readonly TimeSpan UneHeure = TimeSpan.FromHours(1);

    /// <param name="octets">The calendar; null when there isn't any.</param>
    /// <param name="publique">True when caches may keep it.</param>
    protected IActionResult Repondre(byte[]? octets, bool publique)
    {
        if (octets is null)
        {
            return NotFound();
        }

        Response.GetTypedHeaders().CacheControl = publique ? new CacheControlHeaderValue { Public = true, MaxAge = UneHeure } : new CacheControlHeaderValue { Private = true, NoCache = true };
        Response.Headers["X-Robots-Tag"] = "noindex";
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(octets).AsSpan(0, 16))}\"");
        return new FileContentResult(octets, EcritureICalendar.Type) { EntityTag = etag };
    }
}
