using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Cartographie.Sources;

/// <summary>What the link of a reminder says, once it is known to be ours and not too old.</summary>
/// <param name="Source">Code of the source.</param>
/// <param name="EnvoyeLe">When the reminder was sent.</param>
internal sealed record RappelSigne(string Source, DateTimeOffset EnvoyeLe);

/// <summary>
/// The link « tout est encore exact » of a reminder: encrypted and signed with the shared keys, for this purpose alone, and good for 60 days. It lets
/// its holder confirm one source, nothing else.
/// </summary>
internal sealed class JetonDExactitude(IDataProtectionProvider protection, TimeProvider horloge)
{
    public static readonly TimeSpan Validite = TimeSpan.FromDays(60);

    private const int LongueurMax = 2000;

    private readonly IDataProtector _protecteur = protection.CreateProtector("FaireAvec.Cartographie.Exactitude.v1");

    public string Faire(RappelSigne rappel) =>
        WebEncoders.Base64UrlEncode(_protecteur.Protect(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{rappel.EnvoyeLe.UtcTicks}|{rappel.Source}"))));

    /// <summary>What it says; null when it isn't ours, was changed, or is too old.</summary>
    public RappelSigne? Lire(string jeton)
    {
        if (jeton.Length > LongueurMax)
        {
            return null;
        }

        try
        {
            var parties = Encoding.UTF8.GetString(_protecteur.Unprotect(WebEncoders.Base64UrlDecode(jeton))).Split('|', 2);
            var rappel = new RappelSigne(parties[1], new DateTimeOffset(long.Parse(parties[0], CultureInfo.InvariantCulture), TimeSpan.Zero));
            return horloge.GetUtcNow() - rappel.EnvoyeLe <= Validite ? rappel : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
