using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// The places read from a file, in a temporary table of the transaction in course: filled by COPY, compared with the places known, then written. The
/// history of each change is written by the database.
/// </summary>
internal sealed class LieuxLus
{
    public static readonly IReadOnlyList<string> Colonnes =
    [
        "id", "source", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone",
        "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "itinerance", "structure_parente", "date_maj", "services",
        "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels",
        "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv", "retenu", "empreinte", "cree_le", "modifie_le",
    ];

    private static readonly string Liste = string.Join(", ", Colonnes);

    // A place that a person took off the map stays off, whatever the file says; what a person verified stays verified as long as nothing else than dates moves.
    private static readonly string Affectations = string.Join(", ", Colonnes.Where(c => c is not ("id" or "cree_le" or "retenu")).Select(c => $"{c} = n.{c}")) + $"""
        , retenu = CASE WHEN l.retenu = '{Lieu.Depublie}' THEN l.retenu ELSE n.retenu END
        , verifie_le = CASE WHEN l.verifie_le IS NOT NULL AND to_jsonb(l) - {HorsContenu} = to_jsonb(n) - {HorsContenu} THEN l.verifie_le END
        """;

    private const string HorsContenu = "ARRAY['date_maj', 'empreinte', 'cree_le', 'modifie_le', 'verifie_le', 'retenu']";

    private readonly NpgsqlConnection _connexion;
    private readonly NpgsqlTransaction _transaction;

    private LieuxLus(NpgsqlConnection connexion, NpgsqlTransaction transaction) => (_connexion, _transaction) = (connexion, transaction);

    /// <summary>Makes the empty table in the transaction in course.</summary>
    public static async Task<LieuxLus> CreerAsync(FaireAvecDb db, CancellationToken annulation)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Places are read inside a transaction.");
        var lus = new LieuxLus((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        await lus.ExecuterAsync($"CREATE TEMP TABLE lieux_lus ON COMMIT DROP AS SELECT {Liste} FROM cartographie.lieux WHERE false", annulation);
        return lus;
    }

    /// <summary>Begins to fill the table. Nothing else may use the connection until the copy is finished.</summary>
    public async Task<CopieDesLieux> CopierAsync(CancellationToken annulation) =>
        new(await _connexion.BeginBinaryImportAsync($"COPY lieux_lus ({Liste}) FROM STDIN (FORMAT BINARY)", annulation));

    /// <summary>Fills the table with the rows of a held import. Returns the ids of its refused rows.</summary>
    public async Task<IReadOnlyList<string>> ReprendreAsync(Guid import, CancellationToken annulation)
    {
        await ExecuterAsync(
            $"INSERT INTO lieux_lus SELECT {string.Join(", ", Colonnes.Select(c => $"r.{c}"))} FROM cartographie.lignes_en_attente a, jsonb_populate_record(NULL::cartographie.lieux, a.fiche) r WHERE a.import = $1 AND a.fiche IS NOT NULL",
            annulation,
            import);
        return await ListerAsync("SELECT lieu FROM cartographie.lignes_en_attente WHERE import = $1 AND fiche IS NULL", annulation, import);
    }

    /// <summary>Keeps the rows until a person has decided.</summary>
    public async Task MettreEnAttenteAsync(Guid import, IReadOnlyCollection<string> refusees, CancellationToken annulation)
    {
        await ExecuterAsync("INSERT INTO cartographie.lignes_en_attente (import, lieu, fiche) SELECT $1, n.id, to_jsonb(n) FROM lieux_lus n", annulation, import);
        await ExecuterAsync(
            "INSERT INTO cartographie.lignes_en_attente (import, lieu) SELECT DISTINCT $1, r.lieu FROM unnest($2) AS r(lieu) WHERE NOT EXISTS (SELECT 1 FROM lieux_lus n WHERE n.id = r.lieu)",
            annulation,
            import,
            Propres(refusees));
    }

    /// <summary>Takes out the rows whose id belongs to a place of another source, and gives their ids: nobody writes over somebody else's place.</summary>
    public Task<IReadOnlyList<string>> EcarterCeuxDesAutresAsync(CancellationToken annulation) =>
        ListerAsync("DELETE FROM lieux_lus n USING cartographie.lieux l WHERE l.id = n.id AND l.source <> n.source RETURNING n.id", annulation);

    /// <summary>What writing would do, without doing it.</summary>
    /// <param name="refusees">For a file that holds all the places of its sources, the ids of its refused rows: a mistake in a row doesn't remove its place. Null: nothing is removed.</param>
    /// <param name="source">The source of the file; null when its rows say it.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Difference> ComparerAsync(IReadOnlyCollection<string>? refusees, string? source, CancellationToken annulation)
    {
        // The planner knows nothing of a table that was just filled.
        await ExecuterAsync("ANALYZE lieux_lus", annulation);
        var ajoutes = await CompterAsync("SELECT count(*) FROM lieux_lus n WHERE NOT EXISTS (SELECT 1 FROM cartographie.lieux l WHERE l.id = n.id)", annulation);
        var modifies = await CompterAsync("SELECT count(*) FROM lieux_lus n JOIN cartographie.lieux l ON l.id = n.id WHERE l.empreinte <> n.empreinte", annulation);
        var retires = refusees is null ? 0 : await CompterAsync($"SELECT count(*) FROM cartographie.lieux l WHERE {Partis}", annulation, Propres(refusees), source);
        return new Difference(ajoutes, modifies, retires);
    }

    /// <summary>Writes what differs, and tells every node.</summary>
    /// <param name="refusees">As for <see cref="ComparerAsync"/>.</param>
    /// <param name="source">As for <see cref="ComparerAsync"/>.</param>
    /// <param name="annulation">Stops; nothing is then changed.</param>
    public async Task<Ecriture> EcrireAsync(IReadOnlyCollection<string>? refusees, string? source, CancellationToken annulation)
    {
        IReadOnlyList<string> retires = refusees is null ? [] : await ListerAsync($"DELETE FROM cartographie.lieux l WHERE {Partis} RETURNING l.id", annulation, Propres(refusees), source);
        var modifies = await ListerAsync($"UPDATE cartographie.lieux l SET {Affectations} FROM lieux_lus n WHERE n.id = l.id AND n.empreinte <> l.empreinte RETURNING l.id", annulation);
        var ajoutes = await ExecuterAsync($"INSERT INTO cartographie.lieux ({Liste}) SELECT {Liste} FROM lieux_lus n WHERE NOT EXISTS (SELECT 1 FROM cartographie.lieux l WHERE l.id = n.id)", annulation);
        if (ajoutes + modifies.Count + retires.Count > 0)
        {
            // A source is known as soon as it has a place.
            await ExecuterAsync("INSERT INTO cartographie.sources (code, nom, format, calendrier, confiance, complet, seuil_de_chute, etat, creee_le) SELECT DISTINCT source, source, 'ADeviner', 'ALaDemande', $1, false, $2, 'Active', modifie_le FROM lieux_lus ON CONFLICT DO NOTHING", annulation, Source.ConfianceParDefaut, ChuteDeSource.SeuilParDefaut);
            await ExecuterAsync("SELECT cartographie.annoncer()", annulation);
        }

        return new Ecriture(ajoutes, modifies, retires);
    }

    // The places of the file's sources — or of the one source given, whose file may be empty — that the file no longer holds.
    private const string Partis = $"(l.source = $2 OR ($2 IS NULL AND l.source IN (SELECT source FROM lieux_lus))) AND NOT EXISTS (SELECT 1 FROM lieux_lus n WHERE n.id = l.id) AND l.id <> ALL ($1) AND l.retenu IS DISTINCT FROM '{Lieu.Depublie}'";

    // PostgreSQL has no character zero.
    private static string[] Propres(IEnumerable<string> ids) => [.. ids.Select(id => id.Replace("\0", "", StringComparison.Ordinal))];

    private async Task<int> CompterAsync(string sql, CancellationToken annulation, params object?[] valeurs)
    {
        await using var commande = Commande(sql, valeurs);
        return (int)(long)(await commande.ExecuteScalarAsync(annulation))!;
    }

    private async Task<IReadOnlyList<string>> ListerAsync(string sql, CancellationToken annulation, params object?[] valeurs)
    {
        await using var commande = Commande(sql, valeurs);
        await using var lignes = await commande.ExecuteReaderAsync(annulation);
        var ids = new List<string>();
        while (await lignes.ReadAsync(annulation))
        {
            ids.Add(lignes.GetString(0));
        }

        return ids;
    }

    private async Task<int> ExecuterAsync(string sql, CancellationToken annulation, params object?[] valeurs)
    {
        await using var commande = Commande(sql, valeurs);
        return await commande.ExecuteNonQueryAsync(annulation);
    }

    private NpgsqlCommand Commande(string sql, object?[] valeurs)
    {
        var commande = new NpgsqlCommand(sql, _connexion, _transaction) { CommandTimeout = 0 };
        foreach (var valeur in valeurs)
        {
            commande.Parameters.Add(valeur is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } : new NpgsqlParameter { Value = valeur });
        }

        return commande;
    }
}
