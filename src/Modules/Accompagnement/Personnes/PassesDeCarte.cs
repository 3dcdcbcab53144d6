using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>
/// What stands for number and secret between two pages of somebody with their card: closed, for ten minutes. Neither a cookie nor an address holds it: on a
/// shared computer, whoever sits down next finds nothing.
/// </summary>
internal sealed class PassesDeCarte(IDataProtectionProvider protection, TimeProvider horloge)
{
    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protection = protection.CreateProtector("accompagnement.ma-carte");

    public string Donner(Guid carte) => _protection.Protect(string.Create(CultureInfo.InvariantCulture, $"{carte:N}|{(horloge.GetUtcNow() + Duree).UtcTicks}"));

    /// <summary>The card; null when it is too late, or when it isn't one of ours.</summary>
    public Guid? Lire(string? passe)
    {
        if (passe is not { Length: > 0 and <= 1000 })
        {
            return null;
        }

        try
        {
            var parties = _protection.Unprotect(passe).Split('|');
            return long.Parse(parties[1], CultureInfo.InvariantCulture) > horloge.GetUtcNow().UtcTicks ? Guid.ParseExact(parties[0], "N") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
