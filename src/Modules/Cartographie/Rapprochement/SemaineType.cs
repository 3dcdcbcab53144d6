using System.Numerics;
using System.Runtime.CompilerServices;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>The half-hours of an ordinary week when a place is open, as far as its hours are plain days and times: enough to compare two places.</summary>
internal readonly struct SemaineType : IEquatable<SemaineType>
{
    private const int DemiHeures = 48;

    private static readonly string[] Jours = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    private readonly Bits _bits;

    private SemaineType(Bits bits) => _bits = bits;

    /// <summary>False when the hours are unknown or too complicated to be read here.</summary>
    public bool Connue => Ouvertes > 0;

    public int Ouvertes
    {
        get
        {
            var n = 0;
            foreach (var b in _bits)
            {
                n += BitOperations.PopCount(b);
            }

            return n;
        }
    }

    /// <summary>A number that two equal weeks share.</summary>
    public ulong Empreinte
    {
        get
        {
            var h = 0x9E3779B97F4A7C15UL;
            foreach (var b in _bits)
            {
                h = (h ^ b) * 0xD6E8FEB86659FD93UL;
                h ^= h >> 32;
            }

            return h;
        }
    }

    /// <summary>Share of the half-hours of either that both have: 1 the same week, 0 never open together.</summary>
    public static float Ressemblance(in SemaineType a, in SemaineType b)
    {
        var (et, ou) = (0, 0);
        for (var i = 0; i < Bits.Nombre; i++)
        {
            et += BitOperations.PopCount(a._bits[i] & b._bits[i]);
            ou += BitOperations.PopCount(a._bits[i] | b._bits[i]);
        }

        return ou == 0 ? 0 : et / (float)ou;
    }

    /// <summary>Reads « Mo-Fr 09:00-12:00,13:30-17:00; We off »; what it doesn't understand is left out.</summary>
    public static SemaineType Lire(string? horaires)
    {
        var bits = new Bits();
        if (horaires is null || horaires.Length > 1000)
        {
            return new SemaineType(bits);
        }

        foreach (var regle in horaires.Split(';'))
        {
            LireRegle(regle.AsSpan().Trim(), ref bits);
        }

        return new SemaineType(bits);
    }

    public bool Equals(SemaineType other) => ((ReadOnlySpan<ulong>)_bits).SequenceEqual(other._bits);

    public override bool Equals(object? obj) => obj is SemaineType s && Equals(s);

    public override int GetHashCode() => Empreinte.GetHashCode();

    private static void LireRegle(ReadOnlySpan<char> regle, ref Bits bits)
    {
        var jours = 0;
        var i = 0;
        while (i + 1 < regle.Length && Jour(regle[i..]) is var premier and >= 0)
        {
            i += 2;
            var dernier = premier;
            if (i + 2 < regle.Length && regle[i] == '-' && Jour(regle[(i + 1)..]) is var fin and >= 0)
            {
                (dernier, i) = (fin, i + 3);
            }

            for (var j = premier; ; j = (j + 1) % 7)
            {
                jours |= 1 << j;
                if (j == dernier)
                {
                    break;
                }
            }

            if (i < regle.Length && regle[i] == ',')
            {
                i++;
            }
        }

        var reste = regle[Math.Min(i, regle.Length)..].Trim();
        if (jours == 0 || reste.IsEmpty)
        {
            return;
        }

        // As in the language of hours, a later rule replaces the days that it names.
        for (var j = 0; j < 7; j++)
        {
            if ((jours >> j & 1) != 0)
            {
                Marquer(ref bits, j, 0, DemiHeures, ouvert: false);
            }
        }

        foreach (var plage in reste.Split(','))
        {
            if (Plage(reste[plage].Trim(), out var de, out var a))
            {
                for (var j = 0; j < 7; j++)
                {
                    if ((jours >> j & 1) != 0)
                    {
                        Marquer(ref bits, j, de, a, ouvert: true);
                    }
                }
            }
        }
    }

    private static int Jour(ReadOnlySpan<char> texte)
    {
        for (var j = 0; j < 7; j++)
        {
            if (texte.Length >= 2 && texte[..2].Equals(Jours[j], StringComparison.OrdinalIgnoreCase))
            {
                return j;
            }
        }

        return -1;
    }

    private static bool Plage(ReadOnlySpan<char> texte, out int de, out int a)
    {
        a = 0;
        de = 0;
        var tiret = texte.IndexOf('-');
        return tiret > 0 && Instant(texte[..tiret], out de) && Instant(texte[(tiret + 1)..], out a) && a > de;
    }

    private static bool Instant(ReadOnlySpan<char> texte, out int demiHeure)
    {
        demiHeure = 0;
        var deux = texte.IndexOf(':');
        if (deux <= 0 || !int.TryParse(texte[..deux], out var h) || !int.TryParse(texte[(deux + 1)..], out var m) || h is < 0 or > 24 || m is < 0 or > 59)
        {
            return false;
        }

        demiHeure = Math.Min(DemiHeures, (h * 2) + (m + 15) / 30);
        return true;
    }

    private static void Marquer(ref Bits bits, int jour, int de, int a, bool ouvert)
    {
        for (var k = (jour * DemiHeures) + de; k < (jour * DemiHeures) + a; k++)
        {
            if (ouvert)
            {
                bits[k >> 6] |= 1UL << (k & 63);
            }
            else
            {
                bits[k >> 6] &= ~(1UL << (k & 63));
            }
        }
    }

    [InlineArray(Nombre)]
    private struct Bits
    {
        public const int Nombre = 6;

        private ulong _premier;
    }
}
