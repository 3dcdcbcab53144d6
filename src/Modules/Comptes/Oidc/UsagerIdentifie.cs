using System.Security.Cryptography;
using System.Text.Json;
using FaireAvec.Contracts.Comptes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Oidc;

/// <summary>Keeps the identity in the person's own browser, closed by Data Protection, for half an hour: the base holds nothing of it.</summary>
internal sealed class UsagerIdentifie(IHttpContextAccessor acces, IDataProtectionProvider protection) : IUsagerIdentifie
{
    private const string Cookie = "fa-usager";

    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protection = protection.CreateProtector("comptes.usager").ToTimeLimitedDataProtector();

    public IdentitePivot? Courant
    {
        get
        {
            if (acces.HttpContext?.Request.Cookies[Cookie] is not { Length: > 0 } valeur)
            {
                return null;
            }

            try
            {
                return JsonSerializer.Deserialize<IdentitePivot>(_protection.Unprotect(valeur));
            }
            catch (Exception e) when (e is CryptographicException or JsonException)
            {
                return null;
            }
        }
    }

    public void Garder(IdentitePivot identite)
    {
        var contexte = acces.HttpContext!;
        contexte.Response.Cookies.Append(Cookie, _protection.Protect(JsonSerializer.Serialize(identite), Duree), new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = contexte.Request.IsHttps, Path = "/" });
    }

    public void Oublier() => acces.HttpContext!.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
}
