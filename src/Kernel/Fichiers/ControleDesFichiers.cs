using System.Text;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Kernel.Fichiers;

/// <summary>Looks at a file that somebody sends before anything reads it: its size, and what it is by its first bytes.</summary>
public static class ControleDesFichiers
{
    private const int Debut = 4096;

    private static readonly (byte[] Marque, TypeDeFichier Type)[] Marques =
    [
        ("%PDF-"u8.ToArray(), TypeDeFichier.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a], TypeDeFichier.Png),
        ([0xff, 0xd8, 0xff], TypeDeFichier.Jpeg),
        ([0x1f, 0x8b], TypeDeFichier.Gzip),
        ("MZ"u8.ToArray(), TypeDeFichier.Programme),
        ([0x7f, (byte)'E', (byte)'L', (byte)'F'], TypeDeFichier.Programme),
        ([0xcf, 0xfa, 0xed, 0xfe], TypeDeFichier.Programme),
        ([0xca, 0xfe, 0xba, 0xbe], TypeDeFichier.Programme),
        ([0, (byte)'a', (byte)'s', (byte)'m'], TypeDeFichier.Programme),
        ("#!"u8.ToArray(), TypeDeFichier.Programme),
    ];

    private static readonly string[] Actives = ["<!doctype html", "<html", "<script", "<svg", "<?php", "<body", "<iframe"];

    /// <summary>The type of the file, or why it is refused. The stream is put back at its beginning.</summary>
    /// <param name="flux">The file; it can be sought.</param>
    /// <param name="acceptes">The types that may come in here.</param>
    /// <param name="tailleMax">Bytes at most.</param>
    /// <param name="champ">The field of the form.</param>
    public static Resultat<TypeDeFichier> Controler(Stream flux, TypeDeFichier acceptes, long tailleMax, string champ)
    {
        if (flux.Length == 0)
        {
            return new Erreur("NOY-001", "Ce fichier est vide.", champ);
        }

        if (flux.Length > tailleMax)
        {
            return new Erreur("NOY-002", $"Ce fichier est trop gros : {tailleMax / (1024 * 1024)} Mo au plus.", champ);
        }

        var type = Reconnaitre(flux);
        return acceptes.HasFlag(type) && type is not (TypeDeFichier.Inconnu or TypeDeFichier.Programme or TypeDeFichier.PageActive)
            ? type
            : new Erreur("NOY-003", "Ce fichier n’est pas de ceux que cette page accepte. Son contenu compte, pas son nom.", champ);
    }

    /// <summary>What the file is. The stream is put back at its beginning.</summary>
    public static TypeDeFichier Reconnaitre(Stream flux)
    {
        flux.Position = 0;
        Span<byte> debut = stackalloc byte[Debut];
        var lus = flux.ReadAtLeast(debut, Debut, throwOnEndOfStream: false);
        flux.Position = 0;
        return Reconnaitre(debut[..lus], flux);
    }

    private static TypeDeFichier Reconnaitre(ReadOnlySpan<byte> debut, Stream flux)
    {
        foreach (var (marque, type) in Marques)
        {
            // A CSV whose first column is « MZ… » is text: a program has bytes that no text has.
            if (debut.StartsWith(marque) && (type != TypeDeFichier.Programme || marque[0] == '#' || debut.Contains((byte)0)))
            {
                return type;
            }
        }

        if (debut.StartsWith("PK\x03\x04"u8))
        {
            return EstUnClasseur(flux) ? TypeDeFichier.Classeur : TypeDeFichier.Zip;
        }

        if (debut.StartsWith("RIFF"u8) && debut.Length > 12 && debut[8..].StartsWith("WEBP"u8))
        {
            return TypeDeFichier.Webp;
        }

        return EstDuTexte(debut) ? DansLeTexte(debut) : TypeDeFichier.Inconnu;
    }

    // By its directory, without unpacking anything.
    private static bool EstUnClasseur(Stream flux)
    {
        try
        {
            using var archive = new System.IO.Compression.ZipArchive(flux, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
            return (archive.GetEntry("[Content_Types].xml") is not null && archive.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)))
                // OpenDocument.
                || (archive.GetEntry("mimetype") is { Length: < 200 } && archive.GetEntry("content.xml") is not null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            // A broken directory also sends the reader out of the file, which each stream says in its own way.
            return false;
        }
        finally
        {
            flux.Position = 0;
        }
    }

    // UTF-16 has a mark; any other text has no byte zero.
    private static bool EstDuTexte(ReadOnlySpan<byte> debut) => debut.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || debut.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])
        || (debut.Length > 0 && !debut.Contains((byte)0) && !debut.ContainsAnyInRange((byte)1, (byte)8));

    private static TypeDeFichier DansLeTexte(ReadOnlySpan<byte> debut)
    {
        // As Latin-1: the words sought are in ASCII, whatever the encoding. Without the zeros of UTF-16.
        var texte = Encoding.Latin1.GetString(debut[..Math.Min(debut.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00ff', '\u00fe', ' ', '\t', '\r', '\n');
        if (texte.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || texte.StartsWith("<!--", StringComparison.Ordinal))
        {
            return Array.Exists(Actives, a => texte.Contains(a, StringComparison.OrdinalIgnoreCase)) ? TypeDeFichier.PageActive : TypeDeFichier.Texte;
        }

        return Array.Exists(Actives, a => texte.StartsWith(a, StringComparison.OrdinalIgnoreCase)) ? TypeDeFichier.PageActive : TypeDeFichier.Texte;
    }
}
