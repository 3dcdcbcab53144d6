using System.Runtime.InteropServices;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>A 64-bit fingerprint of a text, the same on every machine and in every run; never 0, which is « none ».</summary>
internal static class Empreinte
{
    public static ulong De(ReadOnlySpan<char> texte) => De(MemoryMarshal.AsBytes(texte), 14_695_981_039_346_656_037UL);

    /// <summary>Adds a text to a fingerprint; an absent text isn't an empty one.</summary>
    public static ulong Ajouter(ulong empreinte, string? texte) => De(MemoryMarshal.AsBytes(texte.AsSpan()), (empreinte ^ (texte is null ? 0x9E37UL : 0x79B9UL)) * 1_099_511_628_211UL);

    public static ulong Melanger(ulong a, ulong b)
    {
        var h = (a ^ (b * 0x9E3779B97F4A7C15UL)) * 0xD6E8FEB86659FD93UL;
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93UL;
        h ^= h >> 29;
        return h == 0 ? 1 : h;
    }

    // FNV-1a, then mixed: FNV alone leaves the low bits of short texts alike.
    private static ulong De(ReadOnlySpan<byte> octets, ulong h)
    {
        foreach (var o in octets)
        {
            h = (h ^ o) * 1_099_511_628_211UL;
        }

        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93UL;
        h ^= h >> 32;
        return h == 0 ? 1 : h;
    }
}
