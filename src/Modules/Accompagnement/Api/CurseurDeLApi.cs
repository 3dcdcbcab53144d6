using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace FaireAvec.Accompagnement.Api;

/// <summary>
/// Where a reading stopped: an instant and an id, in an opaque text. Four bytes say of what list it is and that nobody changed it by mistake; it opens nothing
/// by itself, so it isn't signed.
/// </summary>
/// <param name="Instant">Of the last line.</param>
/// <param name="Id">Of the last line.</param>
internal readonly record struct CurseurDeLApi(DateTimeOffset Instant, Guid Id)
{
    private const int Corps = 24;
    private const int Controle = 4;

    public string Ecrire(string liste)
    {
        Span<byte> octets = stackalloc byte[Corps + Controle];
        BinaryPrimitives.WriteInt64BigEndian(octets, Instant.UtcTicks);
        Id.TryWriteBytes(octets[8..], bigEndian: true, out _);
        Controler(octets[..Corps], liste, octets[Corps..]);
        return Base64Url.EncodeToString(octets);
    }

    /// <summary>Null when it isn't one of this list.</summary>
    public static CurseurDeLApi? Lire(string texte, string liste)
    {
        Span<byte> octets = stackalloc byte[Corps + Controle];
        Span<byte> controle = stackalloc byte[Controle];
        if (texte.Length > 2 * (Corps + Controle) || !Base64Url.IsValid(texte, out var taille) || taille != octets.Length || !Base64Url.TryDecodeFromChars(texte, octets, out _))
        {
            return null;
        }

        Controler(octets[..Corps], liste, controle);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(octets);
        return octets[Corps..].SequenceEqual(controle) && ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(octets[8..Corps], bigEndian: true))
            : null;
    }

    private static void Controler(ReadOnlySpan<byte> corps, string liste, Span<byte> controle)
    {
        Span<byte> empreinte = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(liste), .. corps], empreinte);
        empreinte[..Controle].CopyTo(controle);
    }
}
