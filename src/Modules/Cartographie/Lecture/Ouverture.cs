using System.Buffers.Binary;
using System.IO.Compression;
using FaireAvec.Cartographie.Import;
using FaireAvec.Kernel.Fichiers;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>A seekable stream of what a file holds: a gzip file is unpacked into a temporary file.</summary>
internal static class Ouverture
{
    public const long TailleMax = 2L << 30;

    // Text is packed 5 to 20 times; rows that are all alike, 200 times.
    private const int RapportMax = 300;
    private const long RapportDes = 64 << 20;

    public static async Task<Stream> OuvrirAsync(string chemin, CancellationToken annulation)
    {
        FileStream brut;
        try
        {
            brut = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FichierIllisibleException($"Le fichier {chemin} ne peut pas être ouvert.");
        }

        if (chemin.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !await EstGzipAsync(brut, annulation))
        {
            await brut.DisposeAsync();
            throw new FichierIllisibleException($"Le fichier {Path.GetFileName(chemin)} finit par « .gz » mais n’est pas compressé avec gzip.");
        }

        return await DeplierAsync(brut, annulation);
    }

    /// <summary>True when it begins as gzip does. The stream is put back at its beginning.</summary>
    private static async Task<bool> EstGzipAsync(Stream brut, CancellationToken annulation)
    {
        var magie = new byte[2];
        var lus = await brut.ReadAtLeastAsync(magie, 2, throwOnEndOfStream: false, annulation);
        brut.Position = 0;
        return lus == 2 && magie is [0x1F, 0x8B];
    }

    /// <summary>Takes the stream over: it is closed with the one that is returned.</summary>
    public static async Task<Stream> DeplierAsync(Stream brut, CancellationToken annulation)
    {
        if (brut.Length > TailleMax)
        {
            await brut.DisposeAsync();
            throw new FichierIllisibleException("Le fichier dépasse 2 Go.");
        }

        if (!await EstGzipAsync(brut, annulation))
        {
            return brut;
        }

        await using var _ = brut;
        // A gzip file ends with the length of what it holds: without this check, one that was cut would be read up to the cut, in silence.
        var fin = new byte[4];
        if (brut.Length >= 18)
        {
            brut.Position = brut.Length - 4;
            await brut.ReadExactlyAsync(fin, annulation);
        }

        brut.Position = 0;
        var clair = FichierDePassage.Ouvrir();
        try
        {
            await using var gzip = new GZipStream(brut, CompressionMode.Decompress);
            var tampon = new byte[1 << 16];
            int n;
            while ((n = await gzip.ReadAsync(tampon, annulation)) > 0)
            {
                await clair.WriteAsync(tampon.AsMemory(0, n), annulation);
                if (clair.Position > TailleMax)
                {
                    throw new FichierIllisibleException("Le fichier décompressé dépasse 2 Go.");
                }

                if (clair.Position > RapportDes && clair.Position / RapportMax > brut.Length)
                {
                    throw new FichierIllisibleException($"Le fichier compressé contient plus de {RapportMax} fois sa taille : ce n’est pas un fichier de données.");
                }
            }

            if (BinaryPrimitives.ReadUInt32LittleEndian(fin) != (uint)clair.Position)
            {
                throw new InvalidDataException();
            }

            clair.Position = 0;
            return clair;
        }
        catch (Exception e)
        {
            await clair.DisposeAsync();
            throw e is InvalidDataException ? new FichierIllisibleException("Le fichier compressé est abîmé : il ne peut pas être ouvert jusqu’au bout.") : e;
        }
    }
}
