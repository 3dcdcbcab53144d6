using System.Data.Common;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>
/// The figures of a period in some bounds. One moment of the database for all of them: months as they were derived, less what changed since, plus what it is now
/// (ADR 0021). The same code counts for a médiateur and for the nation.
/// </summary>
internal sealed class ChiffresDActivite(EnSysteme systeme, MemoireDesCumuls memoire)
{
    public const string Role = "systeme:statistiques";

    // A country over four years at once: parts counted in parallel are joined once. Beyond, by as many.
    private const int Lot = 5_000;

    public Task<Chiffres> CompterAsync(Perimetre perimetre, FiltreDeFaits filtre, FiltreDeFaits? precedent, CancellationToken annulation)
    {
        var borne = perimetre.Borner(filtre);
        var avant = precedent is null ? null : perimetre.Borner(precedent);
        return systeme.FaireAsync(Role, async (_, db) =>
        {
            await InstantUniqueAsync(db, annulation);
            var compte = new Compte(borne, avant, perimetre.Avant(filtre.Du));
            if (perimetre is { Niveau: NiveauDePerimetre.Mediateur, Auteur: { } auteur })
            {
                await UnParUnAsync(db, auteur, compte, annulation);
            }
            else
            {
                await LargeAsync(db, perimetre, compte, annulation);
            }

            return compte.Finir();
        }, annulation);
    }

    /// <summary>Whatever is written meanwhile, all that follows reads the same moment.</summary>
    internal static Task InstantUniqueAsync(FaireAvecDb db, CancellationToken annulation) => db.Database.ExecuteSqlRawAsync("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", annulation);

    // One médiateur's are few enough.
    private static async Task UnParUnAsync(FaireAvecDb db, Guid auteur, Compte compte, CancellationToken annulation)
    {
        var (personnes, actes) = LectureDesFaits.Demande(auteur, null, compte.Debut, compte.Fin);
        var anciennes = new NpgsqlBatchCommand("SELECT DISTINCT numero FROM accompagnement.personnes_a_denombrer($1, NULL, $2, $3)")
        {
            Parameters = { new() { Value = auteur }, new() { Value = BlocDeFaits.Origine }, new() { Value = compte.Veille } },
        };
        await using var lot = Commandes(db, personnes, actes, anciennes);
        await using var lecteur = await lot.ExecuteReaderAsync(annulation);
        compte.Ajouter(await LectureDesFaits.LireAsync(lecteur, annulation), 1, anciennesAussi: false);
        await lecteur.NextResultAsync(annulation);
        while (await lecteur.ReadAsync(annulation))
        {
            compte.DejaVenue(lecteur.GetInt32(0));
        }
    }

    private async Task LargeAsync(FaireAvecDb db, Perimetre perimetre, Compte compte, CancellationToken annulation)
    {
        var (avantPersonnes, avantActes) = LectureDesFaits.DemandeDesMouvements(avant: true);
        var (apresPersonnes, apresActes) = LectureDesFaits.DemandeDesMouvements(avant: false);
        // People may have come long before the period; acts are looked at in their period only. Where a team or an organisation has no act, nothing is theirs.
        var mois = new NpgsqlBatchCommand(
            """
            SELECT departement, mois, version FROM accompagnement.cumuls_du_mois
            WHERE mois <= $1 AND ($2 IS NULL OR departement = $2) AND ($3 IS NULL OR organisations IS NULL OR $3 = ANY (organisations)) AND ($4 IS NULL OR equipes IS NULL OR equipes && $4)
            """)
        {
            Parameters =
            {
                new() { Value = compte.Fin },
                new() { Value = (object?)perimetre.Departement ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                new() { Value = (object?)perimetre.Organisation ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
                new() { Value = perimetre.Niveau == NiveauDePerimetre.Equipe ? perimetre.Equipes.ToArray() : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid },
            },
        };
        var cles = new List<(string Departement, DateOnly Mois, long Version)>();
        await using (var lot = Commandes(db, mois, avantPersonnes, avantActes, apresPersonnes, apresActes))
        {
            await using var lecteur = await lot.ExecuteReaderAsync(annulation);
            while (await lecteur.ReadAsync(annulation))
            {
                cles.Add((lecteur.GetString(0), lecteur.GetFieldValue<DateOnly>(1), lecteur.GetInt64(2)));
            }

            await lecteur.NextResultAsync(annulation);
            compte.Ajouter(await LectureDesFaits.LireAsync(lecteur, annulation), -1);
            await lecteur.NextResultAsync(annulation);
            compte.Ajouter(await LectureDesFaits.LireAsync(lecteur, annulation), 1);
        }

        foreach (var lot in cles.Chunk(Lot))
        {
            compte.AjouterEnParallele(await BlocsAsync(db, lot, annulation));
        }
    }

    // Those in memory, and those that the database has.
    private async Task<List<BlocDeFaits>> BlocsAsync(FaireAvecDb db, (string Departement, DateOnly Mois, long Version)[] cles, CancellationToken annulation)
    {
        var blocs = new List<BlocDeFaits>(cles.Length);
        var manquants = new List<(string Departement, DateOnly Mois, long Version)>();
        foreach (var cle in cles)
        {
            if (memoire.Trouver(cle.Departement, cle.Mois, cle.Version) is { } bloc)
            {
                blocs.Add(bloc);
            }
            else
            {
                manquants.Add(cle);
            }
        }

        if (manquants.Count > 0)
        {
            await using var lot = Commandes(db, new NpgsqlBatchCommand("SELECT c.departement, c.mois, c.version, c.faits FROM accompagnement.cumuls_du_mois c JOIN unnest($1, $2) v (departement, mois) ON c.departement = v.departement AND c.mois = v.mois")
            {
                Parameters = { new() { Value = manquants.Select(m => m.Departement).ToArray() }, new() { Value = manquants.Select(m => m.Mois).ToArray() } },
            });
            await using var lecteur = await lot.ExecuteReaderAsync(annulation);
            while (await lecteur.ReadAsync(annulation))
            {
                var bloc = EcritureDeBloc.Lire(lecteur.GetFieldValue<byte[]>(3));
                memoire.Garder(lecteur.GetString(0), lecteur.GetFieldValue<DateOnly>(1), lecteur.GetInt64(2), bloc);
                blocs.Add(bloc);
            }
        }

        return blocs;
    }

    internal static NpgsqlBatch Commandes(FaireAvecDb db, params IEnumerable<NpgsqlBatchCommand> commandes)
    {
        var lot = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var commande in commandes)
        {
            lot.BatchCommands.Add(commande);
        }

        return lot;
    }
}
