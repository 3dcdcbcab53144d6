using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Cartographie.Import;

/// <summary>
/// Imports a file of places: reads it as a stream, copies it into a temporary table, then writes what differs, in one transaction. The same file
/// twice changes nothing; two imports at once take turns; a file that can't be read to its end changes nothing.
/// </summary>
internal sealed class ImportLieux(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    // Held until the end of the transaction.
    private const long Verrou = 0x6C69_6575_78;

    private static readonly string[] Colonnes =
    [
        "id", "source", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone",
        "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "itinerance", "structure_parente", "date_maj", "services",
        "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels",
        "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv", "retenu", "empreinte", "cree_le", "modifie_le",
    ];

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
        void Noter(Anomalie a)
        {
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
        var connexion = (NpgsqlConnection)db.Database.GetDbConnection();
        await ExecuterAsync(connexion, transaction, $"SELECT pg_advisory_xact_lock({Verrou})", annulation);
        await ExecuterAsync(connexion, transaction, $"CREATE TEMP TABLE lieux_lus ON COMMIT DROP AS SELECT {string.Join(", ", Colonnes)} FROM cartographie.lieux WHERE false", annulation);
        await CopierAsync(connexion, fichier, bilan, Noter, progres, annulation);
        await EcrireAsync(connexion, transaction, complet ? rejetes : null, bilan, annulation);
        fichier.Position = 0;
        var empreinte = Convert.ToHexStringLower(await SHA256.HashDataAsync(fichier, annulation));
        if (bilan.Ajoutes + bilan.Modifies + bilan.Retires > 0)
        {
            var import = new ImportDeLieux
            {
                Id = Identifiants.Nouveau(horloge),
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
            await ExecuterAsync(connexion, transaction, $"NOTIFY {CatalogueLieux.Canal}", annulation);
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

    private async Task CopierAsync(NpgsqlConnection connexion, FileStream fichier, Bilan bilan, Action<Anomalie> noter, Action<double>? progres, CancellationToken annulation)
    {
        var illisibles = 0;
        void Illisible(Anomalie a)
        {
            illisibles++;
            noter(a);
        }

        var lecture = new LectureLieu(horloge, noter);
        await using var copie = await connexion.BeginBinaryImportAsync($"COPY lieux_lus ({string.Join(", ", Colonnes)}) FROM STDIN (FORMAT BINARY)", annulation);
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
            await EcrireLigneAsync(copie, lieu, annulation);
        }

        bilan.Lus += illisibles;
        bilan.Rejetes += illisibles;
        await copie.CompleteAsync(annulation);
        progres?.Invoke(1);
    }

    private static async Task EcrireLigneAsync(NpgsqlBinaryImporter copie, Lieu l, CancellationToken annulation)
    {
        await copie.StartRowAsync(annulation);
        foreach (var t in (string?[])[l.Id, l.Source, l.Pivot, l.Nom, l.Commune, l.CodePostal, l.CodeInsee, l.Adresse, l.ComplementAdresse])
        {
            await Texte(t);
        }

        await Reel(l.Latitude);
        await Reel(l.Longitude);
        await Liste(l.Typologie);
        await Texte(l.Telephone);
        await Liste(l.Courriels);
        await Liste(l.SiteWeb);
        await Texte(l.Horaires);
        await Texte(l.PresentationResume);
        await Texte(l.PresentationDetail);
        await Liste(l.Itinerance);
        await Texte(l.StructureParente);
        if (l.DateMaj is { } date)
        {
            await copie.WriteAsync(date, NpgsqlDbType.Date, annulation);
        }
        else
        {
            await copie.WriteNullAsync(annulation);
        }

        foreach (var liste in (string[][])[l.Services, l.PublicsSpecifiquementAdresses, l.PriseEnChargeSpecifique, l.FraisACharge, l.DispositifProgrammesNationaux, l.FormationsLabels, l.AutresFormationsLabels, l.ModalitesAcces, l.ModalitesAccompagnement])
        {
            await Liste(liste);
        }

        await Texte(l.FicheAccesLibre);
        await Texte(l.PriseRdv);
        await Texte(l.Retenu);
        await copie.WriteAsync(l.Empreinte, NpgsqlDbType.Bytea, annulation);
        await copie.WriteAsync(l.CreeLe.UtcDateTime, NpgsqlDbType.TimestampTz, annulation);
        await copie.WriteAsync(l.ModifieLe.UtcDateTime, NpgsqlDbType.TimestampTz, annulation);

        Task Texte(string? t) => t is null ? copie.WriteNullAsync(annulation) : copie.WriteAsync(t, NpgsqlDbType.Text, annulation);
        Task Liste(string[] t) => copie.WriteAsync(t, NpgsqlDbType.Array | NpgsqlDbType.Text, annulation);
        Task Reel(double? r) => r is { } v ? copie.WriteAsync(v, NpgsqlDbType.Double, annulation) : copie.WriteNullAsync(annulation);
    }

    /// <summary>Writes what differs.</summary>
    /// <param name="connexion">Connection that read the file.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="gardes">For a file that holds all the places of its sources, the ids of its rejected rows: a mistake in a row doesn't remove its place. Null removes nothing.</param>
    /// <param name="bilan">Receives the numbers.</param>
    /// <param name="annulation">Stops; nothing is then changed.</param>
    private static async Task EcrireAsync(NpgsqlConnection connexion, IDbContextTransaction transaction, IReadOnlyCollection<string>? gardes, Bilan bilan, CancellationToken annulation)
    {
        if (gardes is not null)
        {
            bilan.Retires = await ExecuterAsync(
                connexion,
                transaction,
                "DELETE FROM cartographie.lieux l WHERE l.source IN (SELECT source FROM lieux_lus) AND NOT EXISTS (SELECT 1 FROM lieux_lus n WHERE n.id = l.id) AND l.id <> ALL ($1)",
                annulation,
                new NpgsqlParameter { Value = gardes.Select(id => id.Replace("\0", "", StringComparison.Ordinal)).ToArray() });
        }

        bilan.Modifies = await ExecuterAsync(
            connexion,
            transaction,
            $"UPDATE cartographie.lieux l SET {string.Join(", ", Colonnes.Where(c => c is not ("id" or "cree_le")).Select(c => $"{c} = n.{c}"))} FROM lieux_lus n WHERE n.id = l.id AND n.empreinte <> l.empreinte",
            annulation);
        bilan.Ajoutes = await ExecuterAsync(
            connexion,
            transaction,
            $"INSERT INTO cartographie.lieux ({string.Join(", ", Colonnes)}) SELECT {string.Join(", ", Colonnes)} FROM lieux_lus n WHERE NOT EXISTS (SELECT 1 FROM cartographie.lieux l WHERE l.id = n.id)",
            annulation);
        bilan.Inchanges = bilan.Lus - bilan.Rejetes - bilan.Modifies - bilan.Ajoutes;
    }

    private static async Task<int> ExecuterAsync(NpgsqlConnection connexion, IDbContextTransaction transaction, string sql, CancellationToken annulation, params NpgsqlParameter[] parametres)
    {
        await using var commande = new NpgsqlCommand(sql, connexion, (NpgsqlTransaction)transaction.GetDbTransaction()) { CommandTimeout = 0 };
        commande.Parameters.AddRange(parametres);
        return await commande.ExecuteNonQueryAsync(annulation);
    }
}
