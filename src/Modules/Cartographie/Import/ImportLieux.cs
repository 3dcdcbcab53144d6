using System.Diagnostics;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Import;

/// <summary>
/// Imports a file of places: reads it as a stream, copies it into a temporary table, then writes what differs, in one transaction. The same file
/// twice changes nothing; two imports at once take turns; a file that can't be read to its end changes nothing.
/// </summary>
internal sealed class ImportLieux(FaireAvecDb db, CorrectionsDesLieux corrections, ContexteEcriture ecriture, ITerritoires territoires, TimeProvider horloge)
{
    /// <param name="chemin">File of places (see <see cref="LectureFichier"/>), plain or gzip.</param>
    /// <param name="complet">True when the file holds all the places of its sources: those that it no longer holds are removed.</param>
    /// <param name="anomalie">Receives each fault, as it is found.</param>
    /// <param name="progres">Receives the share of the file read, 0 to 1.</param>
    /// <param name="annulation">Stops; nothing is then changed.</param>
    public async Task<Bilan> ImporterAsync(string chemin, bool complet, Action<Anomalie> anomalie, Action<double>? progres, CancellationToken annulation)
    {
        var chrono = Stopwatch.StartNew();
        var debut = horloge.GetUtcNow();
        using var fichier = await LectureFichier.OuvrirAsync(chemin, annulation: annulation);
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
        var empreinte = await fichier.EmpreinteAsync(annulation);
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
            await db.PublierLesRetraitsAsync(ecrit.Retires, debut, annulation);
            await db.SaveChangesAsync(annulation);
        }

        await transaction.CommitAsync(annulation);
        bilan.DureeMs = chrono.ElapsedMilliseconds;
        return bilan;
    }

    private async Task CopierAsync(LieuxLus lus, LectureFichier fichier, Bilan bilan, Action<Anomalie> noter, Action<double>? progres, CancellationToken annulation)
    {
        var illisibles = 0;
        void Illisible(Anomalie a)
        {
            illisibles++;
            noter(a);
        }

        var lecture = new LectureLieu(horloge, noter, new CoherenceDeLaLocalisation(territoires));
        await using var copie = await lus.CopierAsync(annulation);
        foreach (var ligne in LignesDeLieux.Lire(fichier, Illisible))
        {
            bilan.Lus++;
            if ((bilan.Lus & 0xFF) == 0)
            {
                annulation.ThrowIfCancellationRequested();
                progres?.Invoke(fichier.Avancement);
            }

            if (lecture.Lire(ligne) is not { } lieu)
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
