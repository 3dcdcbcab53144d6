using System.Text;
using CsvHelper;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Reads a CSV as spreadsheets write it: any usual encoding and separator, quotes closed or not. Never an exception, whatever the bytes.</summary>
internal static class CsvDeTableur
{
    private const int EnregistrementMax = 64 * 1024;

    private static readonly char[] Separateurs = [';', ',', '\t', '|'];

    static CsvDeTableur() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 or UTF-16 by their mark; UTF-8 when the bytes are; otherwise what French spreadsheets write (Windows-1252).</summary>
    public static string Decoder(byte[] octets)
    {
        switch (octets)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(octets, 2, octets.Length - 2);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(octets, 2, octets.Length - 2);
        }

        var debut = octets is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets, debut, octets.Length - debut);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(octets, debut, octets.Length - debut);
        }
    }

    /// <summary>The records with their line numbers, empty ones left out; null when it isn't a CSV. Stops after <paramref name="max"/> records.</summary>
    public static IReadOnlyList<(int Ligne, string[] Champs)>? Lire(string texte, int max)
    {
        if (texte.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var lignes = new List<(int, string[])>();
        try
        {
            using var lecteur = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(texte)), new CsvReaderOptions
            {
                Encoding = Encoding.UTF8,
                Separator = Separateur(texte),
                HasHeader = false,
                MaxRecordSize = EnregistrementMax,
                TrackLineNumbers = true,
            });
            while (lignes.Count < max && lecteur.Read())
            {
                var champs = lecteur.Current.ToArray();
                if (!champs.All(string.IsNullOrWhiteSpace))
                {
                    lignes.Add(((int)lecteur.LineNumber, champs));
                }
            }
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            return null;
        }

        return lignes;
    }

    private static char Separateur(string texte)
    {
        var fin = texte.AsSpan().IndexOfAny('\r', '\n');
        var entete = fin < 0 ? texte : texte[..fin];
        return Separateurs.MaxBy(s => entete.Count(c => c == s));
    }
}
