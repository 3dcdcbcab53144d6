using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Localization;

namespace FaireAvec.Host.Site;

/// <summary>« /langue?vers=en&amp;retour=/… »: remembers the language for a year and comes back.</summary>
internal static class Langue
{
    public const string Cookie = "fa-langue";

    // An address of a search, with its accents escaped.
    private const int RetourMax = 6000;

    public static void MapLangue(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/langue", (string? vers, string? retour, HttpContext contexte) =>
        {
            if (vers is not null && Application.Langues.Contains(vers))
            {
                contexte.Response.Cookies.Append(Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(vers)), new CookieOptions
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

    // A header takes ASCII only; « /lieux?q=é » typed by hand doesn't have its accent escaped.
    private static string Ascii(string adresse) => string.Concat(adresse.EnumerateRunes().Select(r => r is { IsAscii: true, Value: not ' ' } ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
