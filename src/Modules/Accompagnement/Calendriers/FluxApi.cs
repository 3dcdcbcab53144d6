using System.Security.Cryptography;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>The calendars that programs subscribe to. Whoever has the same bytes already is told so.</summary>
internal static class FluxApi
{
    private static readonly TimeSpan UneHeure = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LiensDesCalendriers.RouteDuFlux, DuMediateurAsync).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet(LiensDesCalendriers.RouteDuLieu, DuLieuAsync).ExcludeFromDescription().Droit(DroitRequis.Public);
    }

    private static async Task<IResult> DuMediateurAsync(string secret, HttpContext contexte, FluxDesAgendas flux, CancellationToken annulation) =>
        Repondre(contexte, await flux.DuMediateurAsync(secret, annulation), publique: false);

    private static async Task<IResult> DuLieuAsync(string lieu, HttpContext contexte, FluxDesAgendas flux, CancellationToken annulation) =>
        Repondre(contexte, await flux.DuLieuAsync(lieu, annulation), publique: true);

    private static IResult Repondre(HttpContext contexte, byte[]? octets, bool publique)
    {
        if (octets is null)
        {
            return Results.NotFound();
        }

        var entetes = contexte.Response.GetTypedHeaders();
        entetes.CacheControl = publique ? new CacheControlHeaderValue { Public = true, MaxAge = UneHeure } : new CacheControlHeaderValue { Private = true, NoCache = true };
        contexte.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        contexte.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.File(octets, EcritureICalendar.Type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(octets).AsSpan(0, 16))}\""));
    }
}
