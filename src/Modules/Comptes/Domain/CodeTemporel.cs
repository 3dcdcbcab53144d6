using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaireAvec.Comptes.Domain;

/// <summary>
/// One-time codes that follow the time (RFC 6238 on RFC 4226), as applications of phones and cards make them: 6 digits, steps of 30 seconds, SHA-1.
/// SHA-1 is what they all know; its weakness is in collisions, which HMAC doesn't rest on.
/// </summary>
internal static class CodeTemporel
{
    public const int Chiffres = 6;
    public const int SecondesParPas = 30;

    /// <summary>Length of a new seed: that of the hash (RFC 4226, R6).</summary>
    public const int OctetsDeGraine = 20;

    /// <summary>Steps accepted before and after the one expected.</summary>
    public const int Fenetre = 1;

    /// <summary>A card that slept in a drawer drifts: looked for that far on the day it is attached, and never again.</summary>
    public const int FenetreDeRattachement = 10;

    /// <summary>Number of the step at an instant.</summary>
    public static long PasDe(DateTimeOffset instant) => (long)Math.Floor(instant.ToUnixTimeSeconds() / (double)SecondesParPas);

    /// <summary>The code of a step.</summary>
    public static string Calculer(ReadOnlySpan<byte> graine, long pas, int chiffres = Chiffres, HashAlgorithmName? algorithme = null)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, pas);
        var hash = CryptographicOperations.HmacData(algorithme ?? HashAlgorithmName.SHA1, graine, message);
        var position = hash[^1] & 0x0f;
        var nombre = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(position, sizeof(int))) & 0x7fffffff;
        var modulo = 1;
        for (var i = 0; i < chiffres; i++)
        {
            modulo *= 10;
        }

        return (nombre % modulo).ToString($"D{chiffres}", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code this is, around the instant; null when it is none. A step that was used, and those before it, are passed by
    /// <paramref name="dernierPas"/>: they never count again.
    /// </summary>
    /// <param name="graine">The seed in clear.</param>
    /// <param name="code">As typed; spaces are allowed.</param>
    /// <param name="instant">Now.</param>
    /// <param name="dernierPas">The last step that was accepted, or null.</param>
    /// <param name="derive">How many steps the clock of the card is ahead.</param>
    /// <param name="fenetre">Steps looked at on each side.</param>
    public static long? Trouver(ReadOnlySpan<byte> graine, string? code, DateTimeOffset instant, long? dernierPas, int derive = 0, int fenetre = Fenetre)
    {
        if (Nettoyer(code) is not { } saisi)
        {
            return null;
        }

        var (attendu, trouve) = (PasDe(instant) + derive, (long?)null);
        // The whole window each time: how long it takes says nothing.
        for (var pas = attendu - fenetre; pas <= attendu + fenetre; pas++)
        {
            var bon = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Calculer(graine, pas)), Encoding.ASCII.GetBytes(saisi));
            if (bon && (dernierPas is null || pas > dernierPas) && trouve is null)
            {
                trouve = pas;
            }
        }

        return trouve;
    }

    /// <summary>True when the code is right at this time but its step was used already: said, so that the person waits for the next one.</summary>
    public static bool DejaUtilise(ReadOnlySpan<byte> graine, string? code, DateTimeOffset instant, long? dernierPas, int derive = 0) =>
        dernierPas is not null && Trouver(graine, code, instant, null, derive) is { } pas && pas <= dernierPas;

    /// <summary>The six digits of what was typed, or null.</summary>
    public static string? Nettoyer(string? code)
    {
        if (code is not { Length: <= 40 })
        {
            return null;
        }

        var chiffres = string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c is not ('\u00a0' or '\u202f' or '-')));
        return chiffres.Length == Chiffres && chiffres.All(char.IsAsciiDigit) ? chiffres : null;
    }

    /// <summary>What the picture to scan holds (Key URI format).</summary>
    public static string Adresse(ReadOnlySpan<byte> graine, string emetteur, string compte) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{emetteur}:{compte}")}?secret={Base32.Ecrire(graine)}&issuer={Uri.EscapeDataString(emetteur)}&algorithm=SHA1&digits={Chiffres}&period={SecondesParPas}";
}
