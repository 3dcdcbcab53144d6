using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Comptes.Sessions;

/// <summary>Secrets of 256 bits that only a browser or a mail has. The database keeps their hash: enough for a secret that nobody can guess.</summary>
internal static class Secrets
{
    private const int Octets = 32;
    private const int Longueur = 43;

    /// <summary>A new secret, and its hash.</summary>
    public static (string Secret, byte[] Empreinte) Nouveau()
    {
        var octets = RandomNumberGenerator.GetBytes(Octets);
        return (WebEncoders.Base64UrlEncode(octets), SHA256.HashData(octets));
    }

    /// <summary>The hash of a secret; null when it can't be one.</summary>
    public static byte[]? Hacher(string? secret)
    {
        if (secret is not { Length: Longueur })
        {
            return null;
        }

        try
        {
            var octets = WebEncoders.Base64UrlDecode(secret);
            return octets.Length == Octets ? SHA256.HashData(octets) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
