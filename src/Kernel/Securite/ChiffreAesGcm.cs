using System.Security.Cryptography;

namespace FaireAvec.Kernel.Securite;

/// <summary>AES-256-GCM, written as 12 bytes of nonce, the secret, 16 bytes of tag. A byte changed, or another key, is refused.</summary>
internal static class ChiffreAesGcm
{
    public const int OctetsDeCle = 32;

    private const int Nonce = 12;
    private const int Marque = 16;

    public static byte[] Chiffrer(byte[] cle, ReadOnlySpan<byte> clair)
    {
        var sortie = new byte[Nonce + clair.Length + Marque];
        RandomNumberGenerator.Fill(sortie.AsSpan(0, Nonce));
        using var aes = new AesGcm(cle, Marque);
        aes.Encrypt(sortie.AsSpan(0, Nonce), clair, sortie.AsSpan(Nonce, clair.Length), sortie.AsSpan(Nonce + clair.Length));
        return sortie;
    }

    /// <summary>Throws a <see cref="CryptographicException"/> when the key isn't the one that closed it, or when something was changed.</summary>
    public static byte[] Dechiffrer(byte[] cle, ReadOnlySpan<byte> chiffre)
    {
        if (chiffre.Length < Nonce + Marque)
        {
            throw new CryptographicException("Too short to be a secret.");
        }

        var clair = new byte[chiffre.Length - Nonce - Marque];
        using var aes = new AesGcm(cle, Marque);
        aes.Decrypt(chiffre[..Nonce], chiffre.Slice(Nonce, clair.Length), chiffre[^Marque..], clair);
        return clair;
    }
}
