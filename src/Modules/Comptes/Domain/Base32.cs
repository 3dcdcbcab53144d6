using System.Text;

namespace FaireAvec.Comptes.Domain;

/// <summary>Bytes as letters and digits that people can type (RFC 4648, section 6), without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Ecrire(ReadOnlySpan<byte> octets)
    {
        var texte = new StringBuilder((octets.Length * 8 / 5) + 1);
        var (tampon, bits) = (0, 0);
        foreach (var octet in octets)
        {
            tampon = (tampon << 8) | octet;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                texte.Append(Alphabet[(tampon >> bits) & 31]);
            }

            tampon &= (1 << bits) - 1;
        }

        return bits == 0 ? texte.ToString() : texte.Append(Alphabet[(tampon << (5 - bits)) & 31]).ToString();
    }

    /// <summary>Null when it isn't base 32. Spaces, lower case and padding are allowed.</summary>
    public static byte[]? Lire(string? texte)
    {
        if (texte is not { Length: > 0 and <= 400 })
        {
            return null;
        }

        var octets = new List<byte>(texte.Length * 5 / 8);
        var (tampon, bits) = (0, 0);
        foreach (var c in texte.TrimEnd('=').Where(c => !char.IsWhiteSpace(c)))
        {
            var valeur = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (valeur < 0)
            {
                return null;
            }

            tampon = (tampon << 5) | valeur;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                octets.Add((byte)(tampon >> bits));
                tampon &= (1 << bits) - 1;
            }
        }

        // What is left over is padding: less than a character, and zero.
        return octets.Count > 0 && bits < 5 && tampon == 0 ? [.. octets] : null;
    }

    /// <summary>By groups of four, for people who copy it by hand.</summary>
    public static string Grouper(string texte) => string.Join(' ', texte.Chunk(4).Select(g => new string(g)));
}
