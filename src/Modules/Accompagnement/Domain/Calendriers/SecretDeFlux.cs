using System.Buffers.Text;
using System.Security.Cryptography;

namespace FaireAvec.Accompagnement.Domain.Calendriers;

/// <summary>What opens an agenda by its address: 256 bits that nobody guesses, so that a plain hash is enough to keep them.</summary>
internal static class SecretDeFlux
{
    private const int Octets = 32;

    /// <summary>Length in an address.</summary>
    public const int Longueur = 43;

    public static string Nouveau() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Octets));

    /// <summary>Null for what isn't one.</summary>
    public static byte[]? Empreinte(string? secret)
    {
        Span<byte> octets = stackalloc byte[Octets + 2];
        return secret is { Length: Longueur } && Base64Url.IsValid(secret) && Base64Url.TryDecodeFromChars(secret, octets, out var lus) && lus == Octets ? SHA256.HashData(octets[..Octets]) : null;
    }
}
