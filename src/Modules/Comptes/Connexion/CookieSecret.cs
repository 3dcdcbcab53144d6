using FaireAvec.Comptes.Sessions;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Connexion;

/// <summary>A cookie that holds a secret of which the database has the hash.</summary>
internal sealed record CookieSecret(string Nom, string Chemin, TimeSpan Duree)
{
    /// <summary>The browser that asked for a link, then what carries on from the link to the second factor.</summary>
    public static readonly CookieSecret Navigateur = new("fa-connexion", "/connexion", TimeSpan.FromHours(1));

    /// <summary>A browser where somebody signed in before. It says nothing of whom.</summary>
    public static readonly CookieSecret Appareil = new("fa-appareil", "/", TimeSpan.FromDays(390));

    /// <summary>The hash of what the browser sent, or null.</summary>
    public byte[]? Lire(HttpRequest requete) => Secrets.Hacher(requete.Cookies[Nom]);

    /// <summary>Gives a new secret and returns its hash.</summary>
    public byte[] Poser(HttpContext contexte)
    {
        var (secret, empreinte) = Secrets.Nouveau();
        contexte.Response.Cookies.Append(Nom, secret, Options(contexte, Duree));
        return empreinte;
    }

    public byte[] LireOuPoser(HttpContext contexte) => Lire(contexte.Request) ?? Poser(contexte);

    public void Retirer(HttpContext contexte) => contexte.Response.Cookies.Delete(Nom, Options(contexte, null));

    // Lax: the link of a mail is a way in from elsewhere, and the browser must be known there.
    private CookieOptions Options(HttpContext contexte, TimeSpan? duree) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = contexte.Request.IsHttps,
        Path = Chemin,
        MaxAge = duree,
    };
}
