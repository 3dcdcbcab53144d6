using FaireAvec.Kernel.Ressources;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Localization;

namespace FaireAvec.Host.Site;

/// <summary>« /langue?vers=en&amp;retour=/… »: remembers the language (fr, en), or easy texts (fr-simple), for a year and comes back.</summary>
internal static class Langue
{
    public const string Cookie = "fa-langue";

    // An address of a search, with its accents escaped.
    private const int RetourMax = 6000;

    public static void MapLangue(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/langue", (string? vers, string? retour, HttpContext contexte) =>
        {
            if (Choisie(vers) is { } choisie)
            {
                contexte.Response.Cookies.Append(Cookie, CookieRequestCultureProvider.MakeCookieValue(choisie), new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    HttpOnly = true,
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = contexte.Request.IsHttps,
                });
            }

            return Results.LocalRedirect(CheminLocal.Lire(Ascii(retour ?? ""), RetourMax) ?? "/");
        }).ExcludeFromDescription().Droit(DroitRequis.Public);

    private static RequestCulture? Choisie(string? vers) =>
        vers == TextesFaciles.Code ? new("fr", TextesFaciles.Culture) : vers is not null && Application.Langues.Contains(vers) ? new(vers) : null;

    // A header takes ASCII only; « /lieux?q=é » typed by hand doesn't have its accent escaped.
    private static string Ascii(string adresse) => string.Concat(adresse.EnumerateRunes().Select(r => r is { IsAscii: true, Value: not ' ' } ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
