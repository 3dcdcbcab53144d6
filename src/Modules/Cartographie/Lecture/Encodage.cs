using System.Text;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>The encoding and the separator of a text file, from its bytes: partners' files never say.</summary>
internal static class Encodage
{
    private const long Echantillon = 16 << 20;

    /// <summary>UTF-8 without mark.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    static Encodage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of this name, as people write it.</summary>
    public static Encoding Nomme(string nom)
    {
        try
        {
            var encodage = Encoding.GetEncoding(nom.Trim());
            return encodage is UTF8Encoding ? Utf8 : encodage;
        }
        catch (ArgumentException)
        {
            throw new FichierIllisibleException($"L’encodage « {nom} » n’est pas connu. Écrivez par exemple utf-8 ou windows-1252.");
        }
    }

    /// <summary>
    /// UTF-8 or UTF-16 by their mark; UTF-8 when the bytes are valid UTF-8, but for a few that were broken on the way; Windows-1252 otherwise. The
    /// stream is put back at its start.
    /// </summary>
    public static Encoding Deviner(Stream flux)
    {
        Span<byte> marque = stackalloc byte[3];
        flux.Position = 0;
        var lus = flux.ReadAtLeast(marque, 3, throwOnEndOfStream: false);
        var encodage = marque[..lus] switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [0xEF, 0xBB, 0xBF] => Utf8,
            _ => EstUtf8(flux) ? Utf8 : Encoding.GetEncoding(1252),
        };
        flux.Position = 0;
        return encodage;
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

    /// <summary>The same when titles may come before the header: the character that most of the first lines hold the same number of times.</summary>
    public static char SeparateurDesLignes(string debut)
    {
        const int Regardees = 30;
        var lignes = debut.Split('\n', Regardees + 1).Take(Regardees).ToList();
        return ",;\t|".MaxBy(separateur => lignes.Select(l => l.Split('"').Where((_, i) => i % 2 == 0).Sum(hors => hors.Count(c => c == separateur))).Where(n => n > 0)
            .GroupBy(n => n).Select(g => (Lignes: g.Count(), Fois: g.Key)).DefaultIfEmpty().Max());
    }

    private static bool EstUtf8(Stream flux)
    {
        // The first accents may be far from the start: a small sample would take an old French file for UTF-8.
        var tampon = new byte[1 << 16];
        var (bons, mauvais, debut, lusEnTout) = (0L, 0L, 0, 0L);
        flux.Position = 0;
        int lus;
        while (lusEnTout < Echantillon && (lus = flux.Read(tampon, debut, tampon.Length - debut)) > 0)
        {
            lusEnTout += lus;
            ReadOnlySpan<byte> reste = tampon.AsSpan(0, debut + lus);
            int i;
            while ((i = reste.IndexOfAnyInRange((byte)0x80, (byte)0xFF)) >= 0)
            {
                reste = reste[i..];
                var etat = Rune.DecodeFromUtf8(reste, out _, out var longueur);
                if (etat == System.Buffers.OperationStatus.NeedMoreData)
                {
                    break;
                }

                (bons, mauvais) = etat == System.Buffers.OperationStatus.Done ? (bons + 1, mauvais) : (bons, mauvais + 1);
                reste = reste[longueur..];
            }

            // A character cut by the end of the buffer.
            reste = i < 0 ? [] : reste;
            reste.CopyTo(tampon);
            debut = reste.Length;
        }

        return mauvais == 0 || bons > 20 * mauvais;
    }
}
