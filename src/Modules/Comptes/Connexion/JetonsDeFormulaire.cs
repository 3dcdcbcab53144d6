using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Comptes.Connexion;

/// <summary>What a form carries from one page to the next, closed: the browser neither reads nor changes it, and it ends.</summary>
internal sealed class JetonsDeFormulaire(IDataProtectionProvider protection, TimeProvider horloge)
{
    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(30);

    private const int Entete = sizeof(long);
    private const int Max = 20_000;

    /// <param name="but">What it is for, and for whom: elsewhere it doesn't open.</param>
    /// <param name="valeur">What it carries.</param>
    public string Fermer(string but, string valeur)
    {
        var octets = new byte[Entete + Encoding.UTF8.GetByteCount(valeur)];
        BinaryPrimitives.WriteInt64BigEndian(octets, (horloge.GetUtcNow() + Duree).UtcTicks);
        Encoding.UTF8.GetBytes(valeur, octets.AsSpan(Entete));
        return WebEncoders.Base64UrlEncode(protection.CreateProtector("FaireAvec.Comptes.Formulaire", but).Protect(octets));
    }

    /// <summary>Null when it is over, or isn't ours.</summary>
    public string? Ouvrir(string but, string? jeton)
    {
        if (jeton is not { Length: > 0 and < Max })
        {
            return null;
        }

        try
        {
            var octets = protection.CreateProtector("FaireAvec.Comptes.Formulaire", but).Unprotect(WebEncoders.Base64UrlDecode(jeton));
            return BinaryPrimitives.ReadInt64BigEndian(octets) > horloge.GetUtcNow().UtcTicks ? Encoding.UTF8.GetString(octets.AsSpan(Entete)) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
