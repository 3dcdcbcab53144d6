using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Localization;

namespace FaireAvec.Host.Site;

/// <summary>« /langue?vers=en&amp;retour=/… »: remembers the language for a year and comes back.</summary>
internal static class Langue
{
    public const string Cookie = "fa-langue";

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

            // Only a path of this site: never a way out to another one.
            var local = retour is { Length: > 0 and < 2000 } && retour[0] == '/' && !retour.StartsWith("//", StringComparison.Ordinal) && !retour.StartsWith("/\\", StringComparison.Ordinal) && !retour.Any(char.IsControl);
            return Results.LocalRedirect(local ? Ascii(retour!) : "/");
        }).ExcludeFromDescription().Droit(DroitRequis.Public);

    // A header takes ASCII only; « /lieux?q=é » typed by hand doesn't have its accent escaped.
    private static string Ascii(string adresse) => string.Concat(adresse.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
