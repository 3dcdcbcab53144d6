using System.Collections.Frozen;
using System.Text.Json;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace FaireAvec.Host.Site;

/// <summary>
/// « POST /rapports/csp »: browsers tell what our Content-Security-Policy stopped. Counted by day, directive and kind of thing: neither the page, nor the
/// address, nor who. A rise says that a page is broken, or that somebody tries.
/// </summary>
internal static class RapportsCsp
{
    public const string Adresse = "/rapports/csp";

    private const int TailleMax = 16 * 1024;
    private const int ParEnvoiMax = 20;
    private const string Autre = "autre";

    private static readonly FrozenSet<string> Directives = new[]
    {
        "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "font-src", "connect-src",
        "manifest-src", "form-action", "base-uri", "frame-ancestors", "frame-src", "media-src", "object-src", "worker-src",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void MapRapportsCsp(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Adresse, RecevoirAsync)
        .ExcludeFromDescription().DisableAntiforgery().RequireRateLimiting(Limites.Rapports).Droit(DroitRequis.Public);

    private static async Task<IResult> RecevoirAsync(HttpContext contexte, Base donnees, TimeProvider horloge, CancellationToken annulation)
    {
        if (contexte.Request.ContentLength > TailleMax)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (contexte.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } taille)
        {
            taille.MaxRequestBodySize = TailleMax;
        }

        try
        {
            using var rapport = await JsonDocument.ParseAsync(contexte.Request.Body, new JsonDocumentOptions { MaxDepth = 16 }, annulation);
            foreach (var (directive, origine) in Lire(rapport.RootElement).Take(ParEnvoiMax))
            {
                await CompterAsync(donnees, JourDeParis.De(horloge.GetUtcNow()), directive, origine, annulation);
            }

            return Results.NoContent();
        }
        // Text that no character can be made of is found when it is read only.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Both forms: « csp-report » of old browsers, list of reports of the others.</summary>
    internal static IEnumerable<(string Directive, string Origine)> Lire(JsonElement racine)
    {
        var rapports = racine.ValueKind switch
        {
            JsonValueKind.Object when racine.TryGetProperty("csp-report", out var ancien) => [ancien],
            JsonValueKind.Array => racine.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object && Texte(r, "type") == "csp-violation" && r.TryGetProperty("body", out _)).Select(r => r.GetProperty("body")),
            _ => Enumerable.Empty<JsonElement>(),
        };
        foreach (var r in rapports.Where(r => r.ValueKind == JsonValueKind.Object))
        {
            var directive = (Texte(r, "effective-directive") ?? Texte(r, "effectiveDirective") ?? Texte(r, "violated-directive"))?.Split(' ')[0];
            yield return (directive is not null && Directives.Contains(directive) ? directive : Autre, Origine(Texte(r, "blocked-uri") ?? Texte(r, "blockedURL")));
        }
    }

    private static string? Texte(JsonElement objet, string nom) => objet.TryGetProperty(nom, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    // The kind only: an address may hold a name.
    private static string Origine(string? bloquee) => bloquee switch
    {
        "inline" or "eval" or "wasm-eval" or "trusted-types-policy" => bloquee,
        null or "" or "self" => Autre,
        _ when bloquee.StartsWith("data", StringComparison.Ordinal) => "data",
        _ when bloquee.StartsWith("blob", StringComparison.Ordinal) => "blob",
        _ when bloquee.Contains("-extension", StringComparison.Ordinal) => "extension",
        _ when bloquee.StartsWith("http", StringComparison.Ordinal) => "adresse",
        _ => Autre,
    };

    private static async Task CompterAsync(Base donnees, DateOnly jour, string directive, string origine, CancellationToken annulation)
    {
        await using var commande = donnees.Application.CreateCommand("INSERT INTO noyau.rapports_csp AS r (jour, directive, origine, nombre) VALUES ($1, $2, $3, 1) ON CONFLICT (jour, directive, origine) DO UPDATE SET nombre = r.nombre + 1");
        commande.Parameters.Add(new NpgsqlParameter { Value = jour });
        commande.Parameters.Add(new NpgsqlParameter { Value = directive });
        commande.Parameters.Add(new NpgsqlParameter { Value = origine });
        await commande.ExecuteNonQueryAsync(annulation);
    }
}
