using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Sessions;

/// <summary>The cookie of a session: a secret of 256 bits that only the browser has. The database keeps its hash.</summary>
internal static class CookieDeSession
{
    public const string Nom = "fa-session";

    /// <summary>A new secret, and its hash.</summary>
    public static (string Secret, byte[] Empreinte) Nouveau() => Secrets.Nouveau();

    /// <summary>The hash of the secret that the browser sent; null without one, or when it can't be one.</summary>
    public static byte[]? Lire(HttpRequest requete) => Secrets.Hacher(requete.Cookies[Nom]);

    public static void Poser(HttpContext contexte, string secret) => contexte.Response.Cookies.Append(Nom, secret, Options(contexte));

    public static void Retirer(HttpContext contexte) => contexte.Response.Cookies.Delete(Nom, Options(contexte));

    // Without an end: it goes with the browser. Lax, since one comes back from another site when signing in there.
    private static CookieOptions Options(HttpContext contexte) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = contexte.Request.IsHttps,
        Path = "/",
    };
}
