using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Rolls a published import back, from the history: each place becomes again what it was before. A place changed since is left as it is, and named.
/// Needs a role that reads the history.
/// </summary>
internal sealed class AnnulationDImport(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    // What a person confirmed since doesn't prevent the rollback.
    private const string SansVerification = "- 'verifie_le'";

    private static readonly string Colonnes = string.Join(", ", LieuxLus.Colonnes.Append("verifie_le"));

    public async Task<Resultat<BilanDAnnulation>> AnnulerAsync(Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.PrendreToutAsync(annulation);
        var import = await db.Set<ImportDeLieux>().SingleOrDefaultAsync(i => i.Id == id, annulation);
        if (import is null)
        {
            return ErreursSources.ImportInconnu(id);
        }

        var maintenant = horloge.GetUtcNow();
        if (import.Statut != StatutImport.Publie || !import.Passer(StatutImport.Annule, maintenant, ecriture.Motif ?? "Annulé."))
        {
            return ErreursSources.ImportPasPublie(id);
        }

        await db.DirePourLHistoriqueAsync(new ContexteEcriture { Acteur = ecriture.Acteur, Motif = $"Annulation de l’import {id}." }, maintenant, null, annulation);
        await ExecuterAsync($"""
            CREATE TEMP TABLE a_annuler ON COMMIT DROP AS
            SELECT h.lieu, h.avant, h.apres, (to_jsonb(l) {SansVerification}) IS NOT DISTINCT FROM (h.apres {SansVerification}) AS intact
            FROM cartographie.historique_lieux h LEFT JOIN cartographie.lieux l ON l.id = h.lieu WHERE h.import = $1
            """, annulation, id);
        var conflits = await ListerAsync("SELECT lieu FROM a_annuler WHERE NOT intact ORDER BY lieu", annulation);
        var retires = await ListerAsync("DELETE FROM cartographie.lieux l USING a_annuler a WHERE l.id = a.lieu AND a.intact AND a.avant IS NULL RETURNING l.id", annulation);
        await db.PublierLesRetraitsAsync(retires, maintenant, annulation);
        var remis = await ExecuterAsync($"""
            UPDATE cartographie.lieux l SET ({Colonnes}) = ({string.Join(", ", LieuxLus.Colonnes.Append("verifie_le").Select(c => $"r.{c}"))})
            FROM a_annuler a, jsonb_populate_record(NULL::cartographie.lieux, a.avant) r
            WHERE l.id = a.lieu AND a.intact AND a.avant IS NOT NULL AND a.apres IS NOT NULL
            """, annulation);
        var rendus = await ExecuterAsync($"""
            INSERT INTO cartographie.lieux ({Colonnes}) SELECT {string.Join(", ", LieuxLus.Colonnes.Append("verifie_le").Select(c => $"r.{c}"))}
            FROM a_annuler a, jsonb_populate_record(NULL::cartographie.lieux, a.avant) r WHERE a.intact AND a.apres IS NULL
            """, annulation);
        // The values that had overtaken corrections are gone: the corrections are in force again.
        await ExecuterAsync("""
            UPDATE cartographie.corrections c SET etat = 'Active', close_le = NULL, close_par = NULL
            FROM a_annuler a WHERE c.close_par = $1 AND a.lieu = c.lieu AND a.intact
            AND NOT EXISTS (SELECT 1 FROM cartographie.corrections d WHERE d.lieu = c.lieu AND d.champ = c.champ AND d.etat = 'Active')
            """, annulation, id);
        var bilan = new BilanDAnnulation(remis, retires.Count, rendus, conflits);
        db.Journaliser(new EntreeJournal("annulation", "cartographie.Lieu", import.Empreinte, null, JsonSerializer.Serialize(new { Import = id, bilan.Remis, bilan.Retires, bilan.Rendus, Conflits = conflits.Count })));
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        await transaction.CommitAsync(annulation);
        return bilan;
    }

    private async Task<List<string>> ListerAsync(string sql, CancellationToken annulation)
    {
        await using var commande = Commande(sql);
        await using var lignes = await commande.ExecuteReaderAsync(annulation);
        var ids = new List<string>();
        while (await lignes.ReadAsync(annulation))
        {
            ids.Add(lignes.GetString(0));
        }

        return ids;
    }

    private async Task<int> ExecuterAsync(string sql, CancellationToken annulation, params object[] valeurs)
    {
        await using var commande = Commande(sql);
        foreach (var valeur in valeurs)
        {
            commande.Parameters.Add(new NpgsqlParameter { Value = valeur });
        }

        return await commande.ExecuteNonQueryAsync(annulation);
    }

    private NpgsqlCommand Commande(string sql) =>
        new(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction()) { CommandTimeout = 0 };
}
