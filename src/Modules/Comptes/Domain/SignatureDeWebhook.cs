using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaireAvec.Comptes.Domain;

/// <summary>« FaireAvec-Signature: t=1763456400,v1=… »: proves that the delivery comes from us, now. The instant is signed too, so that an old one can't be sent again.</summary>
internal static class SignatureDeWebhook
{
    public const string EnTete = "FaireAvec-Signature";

    public static string Signer(string secret, DateTimeOffset instant, string corps)
    {
        var t = instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={t},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{t}.{corps}")))}";
    }

    /// <summary>What a receiver does, written once for our tests and our documents: instant within the tolerance, comparison in constant time.</summary>
    public static bool Verifier(string secret, string entete, string corps, DateTimeOffset maintenant, TimeSpan tolerance)
    {
        string? t = null, v1 = null;
        foreach (var partie in entete.Split(','))
        {
            (t, v1) = partie.Split('=', 2) switch { ["t", var valeur] => (valeur, v1), ["v1", var valeur] => (t, valeur), _ => (t, v1) };
        }

        if (!long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var secondes) || v1 is not { Length: 64 } || Math.Abs(maintenant.ToUnixTimeSeconds() - secondes) > tolerance.TotalSeconds)
        {
            return false;
        }

        var attendue = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{t}.{corps}"));
        Span<byte> recue = stackalloc byte[32];
        return Convert.FromHexString(v1, recue, out _, out _) == System.Buffers.OperationStatus.Done && CryptographicOperations.FixedTimeEquals(attendue, recue);
    }
}
