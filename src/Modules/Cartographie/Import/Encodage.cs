using System.Text;

namespace FaireAvec.Cartographie.Import;

/// <summary>The encoding and the separator of a CSV file, from its first bytes: partners' files never say.</summary>
internal static class Encodage
{
    private const int Echantillon = 256 * 1024;

    static Encodage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 or UTF-16 by their mark; UTF-8 when the bytes are valid UTF-8; Windows-1252 otherwise. The stream is put back at its start.</summary>
    public static Encoding Deviner(Stream flux)
    {
        var tampon = new byte[Echantillon];
        var lus = flux.ReadAtLeast(tampon, tampon.Length, throwOnEndOfStream: false);
        flux.Position = 0;
        var debut = tampon.AsSpan(0, lus);
        if (debut.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (debut.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        return EstUtf8(debut, lus == tampon.Length) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Encoding.GetEncoding(1252);
    }

    /// <summary>The character among « , ; tab | » that the header holds most, outside quotes.</summary>
    public static char Separateur(string entete)
    {
        Span<int> comptes = stackalloc int[4];
        const string Possibles = ",;\t|";
        var guillemets = false;
        foreach (var c in entete)
        {
            guillemets ^= c == '"';
            var i = Possibles.IndexOf(c, StringComparison.Ordinal);
            if (!guillemets && i >= 0)
            {
                comptes[i]++;
            }
        }

        var meilleur = 0;
        for (var i = 1; i < 4; i++)
        {
            meilleur = comptes[i] > comptes[meilleur] ? i : meilleur;
        }

        return Possibles[meilleur];
    }

    private static bool EstUtf8(ReadOnlySpan<byte> octets, bool coupe)
    {
        // The sample may end inside a character.
        for (var retrait = 0; retrait <= (coupe ? 3 : 0); retrait++)
        {
            if (System.Text.Unicode.Utf8.IsValid(octets[..(octets.Length - retrait)]))
            {
                return true;
            }
        }

        return false;
    }
}
