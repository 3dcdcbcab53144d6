using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Comptes.Clients;

/// <summary>
/// The secrets that other systems hold: 256 random bits behind a short prefix, so that a scanner of published code recognises a leaked one. A plain
/// SHA-256 is kept: nobody goes through 2^256 guesses, and a slow hash would only slow us.
/// </summary>
internal static class SecretsDApi
{
    /// <summary>Secret of a client.</summary>
    public const string PrefixeDeSecret = "fas_";

    /// <summary>Access token.</summary>
    public const string PrefixeDeJeton = "fat_";

    /// <summary>Secret that signs the deliveries of a subscription.</summary>
    public const string PrefixeDeSignature = "faw_";

    private const int Octets = 32;

    // 43 characters of base64url for 32 bytes.
    private const int Longueur = 4 + 43;

    public static string Nouveau(string prefixe) => prefixe + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Octets));

    /// <summary>The hash of what was shown; null when it can't be one of ours: the database isn't asked then.</summary>
    public static byte[]? Empreinte(ReadOnlySpan<char> secret, string prefixe)
    {
        if (secret.Length != Longueur || !secret.StartsWith(prefixe, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> octets = stackalloc byte[Longueur];
        for (var i = 0; i < Longueur; i++)
        {
            if (!char.IsAscii(secret[i]))
            {
                return null;
            }

            octets[i] = (byte)secret[i];
        }

        return SHA256.HashData(octets);
    }

    public static byte[] Empreinte(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
