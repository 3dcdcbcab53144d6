using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaireAvec.Kernel.Securite;

/// <summary>« FaireAvec-Signature: t=1763456400,v1=… »: proves that the delivery comes from us, now. The instant is signed too, so that an old one can't be sent again.</summary>
public static class SignatureDeWebhook
{
    /// <summary>Name of the header.</summary>
    public const string EnTete = "FaireAvec-Signature";

    /// <summary>« t=…,v1=… », with one more « v1 » while a secret that was renewed is still good.</summary>
    public static string Signer(IReadOnlyList<string> secrets, DateTimeOffset instant, string corps)
    {
        var t = instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signe = Encoding.UTF8.GetBytes($"{t}.{corps}");
        return string.Join(',', secrets.Select(s => $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(s), signe))}").Prepend($"t={t}"));
    }

    /// <summary>What a receiver does, written once for our tests and our documents: instant within the tolerance, comparison in constant time.</summary>
    public static bool Verifier(string secret, string entete, string corps, DateTimeOffset maintenant, TimeSpan tolerance)
    {
        var parties = entete.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToList();
        var t = parties.Find(p => p[0] == "t")?[1];
        if (!long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var secondes) || Math.Abs(maintenant.ToUnixTimeSeconds() - secondes) > tolerance.TotalSeconds)
        {
            return false;
        }

        var attendue = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{t}.{corps}"));
        return parties.Exists(p => p[0] == "v1" && p[1].Length == 64 && Egale(attendue, p[1]));
    }

    private static bool Egale(byte[] attendue, string hexa)
    {
        Span<byte> recue = stackalloc byte[32];
        return Convert.FromHexString(hexa, recue, out _, out _) == System.Buffers.OperationStatus.Done && CryptographicOperations.FixedTimeEquals(attendue, recue);
    }
}
