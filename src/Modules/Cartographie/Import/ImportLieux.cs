using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Import;

/// <summary>
/// Imports a file of places: reads it as a stream, copies it into a temporary table, then writes what differs, in one transaction. The same file
/// twice changes nothing; two imports at once take turns; a file that can't be read to its end changes nothing.
/// </summary>
internal sealed class ImportLieux(FaireAvecDb db, CorrectionsDesLieux corrections, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <param name="chemin">CSV file, plain or gzip.</param>
    /// <param name="complet">True when the file holds all the places of its sources: those that it no longer holds are removed.</param>
    /// <param name="anomalie">Receives each fault, as it is found.</param>
    /// <param name="progres">Receives the share of the file read, 0 to 1.</param>
    /// <param name="annulation">Stops; nothing is then changed.</param>
    public async Task<Bilan> ImporterAsync(string chemin, bool complet, Action<Anomalie> anomalie, Action<double>? progres, CancellationToken annulation)
    {
        var chrono = Stopwatch.StartNew();
        var debut = horloge.GetUtcNow();
        await using var fichier = await OuvrirAsync(chemin, annulation);
        var bilan = new Bilan();
        var rejetes = new HashSet<string>(StringComparer.Ordinal);
        var anomalies = new List<AnomalieDImport>();
        var id = Identifiants.Nouveau(horloge);
        void Noter(Anomalie a)
        {
            if (anomalies.Count < EcritureDesAnomalies.Maximum)
            {
                anomalies.Add(EnAnomalie(a, id, debut));
            }

            if (!a.Rejete)
            {
                bilan.Avertissements++;
            }
            else if (a.Id is not null)
            {
                rejetes.Add(a.Id);
            }

            anomalie(a);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.PrendreToutAsync(annulation);
        await db.DirePourLHistoriqueAsync(ecriture, debut, id, annulation);
        var lus = await LieuxLus.CreerAsync(db, annulation);
        await CopierAsync(lus, fichier, bilan, Noter, progres, annulation);
        foreach (var autre in await lus.EcarterCeuxDesAutresAsync(annulation))
        {
            bilan.Rejetes++;
            Noter(new Anomalie(0, autre, "id", autre, "Cet identifiant est celui d’un lieu d’une autre source.", true));
        }

        var ecrit = await lus.EcrireAsync(complet ? rejetes : null, source: null, annulation);
        (bilan.Ajoutes, bilan.Modifies, bilan.Retires) = (ecrit.Ajoutes, ecrit.Modifies.Count, ecrit.Retires.Count);
        bilan.Inchanges = bilan.Lus - bilan.Rejetes - bilan.Modifies - bilan.Ajoutes;
        fichier.Position = 0;
        var empreinte = Convert.ToHexStringLower(await SHA256.HashDataAsync(fichier, annulation));
        if (!ecrit.Rien)
        {
            var import = new ImportDeLieux
            {
                Id = id,
                Origine = OrigineImport.Fichier,
                Fichier = Path.GetFileName(chemin),
                Empreinte = empreinte,
                Auteur = ecriture.Acteur,
                DebutLe = debut,
                Lus = bilan.Lus,
                Gardes = bilan.Lus - bilan.Rejetes,
                Ajoutes = bilan.Ajoutes,
                Modifies = bilan.Modifies,
                Inchanges = bilan.Inchanges,
                Rejetes = bilan.Rejetes,
                Retires = bilan.Retires,
                Retenus = bilan.Retenus,
            };
            import.Passer(StatutImport.Publie, horloge.GetUtcNow());
            db.Add(import);
            db.Journaliser(new EntreeJournal("import", "cartographie.Lieu", empreinte, null, JsonSerializer.Serialize(new { bilan.Lus, bilan.Ajoutes, bilan.Modifies, bilan.Retires, bilan.Rejetes, bilan.Retenus })));
            await EcritureDesAnomalies.EcrireAsync(db, anomalies, annulation);
            await corrections.ConfronterAsync(ecrit.Modifies, id, annulation);
            await db.SaveChangesAsync(annulation);
        }

        await transaction.CommitAsync(annulation);
        bilan.DureeMs = chrono.ElapsedMilliseconds;
        return bilan;
    }

    /// <summary>A seekable stream of the text; a gzip file is unpacked into a temporary file, 2 GB at most.</summary>
    private static async Task<FileStream> OuvrirAsync(string chemin, CancellationToken annulation)
    {
        const long TailleMax = 2L << 30;
        var brut = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        if (brut.Length > TailleMax)
        {
            await brut.DisposeAsync();
            throw new FichierIllisibleException("Le fichier dépasse 2 Go.");
        }

        // A gzip file ends with the length of what it holds: without this check, one that was cut would be read up to the cut, in silence.
        var fin = new byte[4];
        if (brut.Length >= 4)
        {
            brut.Position = brut.Length - 4;
            await brut.ReadExactlyAsync(fin, annulation);
            brut.Position = 0;
        }

        var magie = new byte[2];
        var lus = await brut.ReadAtLeastAsync(magie, 2, throwOnEndOfStream: false, annulation);
        brut.Position = 0;
        if (lus < 2 || magie[0] != 0x1F || magie[1] != 0x8B)
        {
            return brut;
        }

        await using var _ = brut;
        var clair = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            await using var gzip = new GZipStream(brut, CompressionMode.Decompress);
            var tampon = new byte[1 << 16];
            int n;
            while ((n = await gzip.ReadAsync(tampon, annulation)) > 0)
            {
                await clair.WriteAsync(tampon.AsMemory(0, n), annulation);
                if (clair.Length > TailleMax)
                {
                    throw new FichierIllisibleException("Le fichier décompressé dépasse 2 Go.");
                }
            }

            if (BinaryPrimitives.ReadUInt32LittleEndian(fin) != (uint)clair.Length)
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

    private async Task CopierAsync(LieuxLus lus, FileStream fichier, Bilan bilan, Action<Anomalie> noter, Action<double>? progres, CancellationToken annulation)
    {
        var illisibles = 0;
        void Illisible(Anomalie a)
        {
            illisibles++;
            noter(a);
        }

        var lecture = new LectureLieu(horloge, noter);
        await using var copie = await lus.CopierAsync(annulation);
        foreach (var (ligne, valeurs) in LectureCsv.Lire(fichier, Illisible))
        {
            bilan.Lus++;
            if ((bilan.Lus & 0xFF) == 0)
            {
                annulation.ThrowIfCancellationRequested();
                progres?.Invoke((double)fichier.Position / fichier.Length);
            }

            if (lecture.Lire(ligne, valeurs) is not { } lieu)
            {
                bilan.Rejetes++;
                continue;
            }

            bilan.Retenus += lieu.Retenu is null ? 0 : 1;
            await copie.EcrireAsync(lieu, annulation);
        }

        bilan.Lus += illisibles;
        bilan.Rejetes += illisibles;
        await copie.FinirAsync(annulation);
        progres?.Invoke(1);
    }

    private static AnomalieDImport EnAnomalie(Anomalie a, Guid import, DateTimeOffset instant) => new()
    {
        Import = import,
        Ligne = a.Ligne,
        Lieu = a.Id,
        Champ = a.Champ,
        Regle = a.Champ.Length == 0 ? "lecture" : $"lecture.{a.Champ}",
        Niveau = a.Rejete ? NiveauAnomalie.Rejet : NiveauAnomalie.Avertissement,
        Avant = a.Valeur,
        Message = a.Raison,
        Instant = instant,
    };
}
