using System.Globalization;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Import;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Territoires.Data;

/// <summary>
/// Fills the tables of the schema <c>territoires</c> from the shipped files, when the files are not those that the tables hold.
/// Each table is copied beside, then compared: only rows that differ are written, so that readers see one version or the other and never a hole.
/// </summary>
internal static class ChargementTerritoires
{
    private const string Jeu = "territoires";

    // To be raised when this class writes other rows from the same files.
    private const string Forme = "-1";

    /// <summary>Loads if needed. True when rows were written. Two nodes that start together load once.</summary>
    /// <param name="raconter">Hears what is being loaded, when something is.</param>
    /// <param name="connexion">Open, as the owner of the schema, without a transaction.</param>
    public static async Task<bool> ExecuterAsync(NpgsqlConnection connexion, FichiersTerritoires fichiers, TimeProvider horloge, Action<string> raconter, CancellationToken annulation)
    {
        var empreinte = fichiers.Empreinte() + Forme;
        if (await EmpreinteChargee(connexion, annulation) == empreinte)
        {
            return false;
        }

        await using var transaction = await connexion.BeginTransactionAsync(annulation);
        await Commander(connexion, "SELECT pg_advisory_xact_lock(hashtext('territoires.chargement'))", annulation);
        if (await EmpreinteChargee(connexion, annulation) == empreinte)
        {
            return false;
        }

        var communes = fichiers.Communes();
        raconter(string.Create(CultureInfo.GetCultureInfo("fr"), $"Chargement des territoires : {communes.Count:N0} communes"));
        await Remplacer(connexion, "regions", ["code"], ["nom", "chef_lieu", "zone"], fichiers.Regions(), async (w, r) =>
        {
            await w.WriteAsync(r.Code, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(r.Nom, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(r.ChefLieu, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(r.Zone, NpgsqlDbType.Text, annulation);
        }, annulation);

        await Remplacer(connexion, "departements", ["code"], ["nom", "region", "chef_lieu", "zone", "voisins"], fichiers.Departements(), async (w, d) =>
        {
            await w.WriteAsync(d.Code, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(d.Nom, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(d.Region, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(d.ChefLieu, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(d.Zone, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(d.Voisins, NpgsqlDbType.Array | NpgsqlDbType.Text, annulation);
        }, annulation);

        await Remplacer(connexion, "epci", ["code"], ["nom", "type", "population"], fichiers.Epci(), async (w, e) =>
        {
            await w.WriteAsync(e.Code, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(e.Nom, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(e.Type, NpgsqlDbType.Text, annulation);
            await Ecrire(w, e.Population, NpgsqlDbType.Integer, annulation);
        }, annulation);

        await Remplacer(
            connexion,
            "communes",
            ["code_insee"],
            ["nom", "nom_normalise", "commune_mere", "departement", "region", "epci", "codes_postaux", "population", "latitude", "longitude"],
            communes,
            async (w, c) =>
            {
                await w.WriteAsync(c.CodeInsee, NpgsqlDbType.Text, annulation);
                await w.WriteAsync(c.Nom, NpgsqlDbType.Text, annulation);
                await w.WriteAsync(TexteRecherche.Normaliser(c.Nom), NpgsqlDbType.Text, annulation);
                await Ecrire(w, c.CommuneMere, annulation);
                await w.WriteAsync(c.Departement, NpgsqlDbType.Text, annulation);
                await w.WriteAsync(c.Region, NpgsqlDbType.Text, annulation);
                await Ecrire(w, c.Epci, annulation);
                await w.WriteAsync(c.CodesPostaux, NpgsqlDbType.Array | NpgsqlDbType.Text, annulation);
                await Ecrire(w, c.Population, NpgsqlDbType.Integer, annulation);
                await Ecrire(w, c.Latitude, NpgsqlDbType.Double, annulation);
                await Ecrire(w, c.Longitude, NpgsqlDbType.Double, annulation);
            },
            annulation);

        await Remplacer(connexion, "codes_postaux", ["code_postal", "code_insee"], ["millesime"], fichiers.CodesPostaux(), async (w, c) =>
        {
            await w.WriteAsync(c.CodePostal, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(c.CodeInsee, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(c.Millesime, NpgsqlDbType.Integer, annulation);
        }, annulation);

        await Remplacer(connexion, "anciennes_communes", ["ancien_code"], ["code_insee", "nom"], fichiers.AnciensNoms().Where(a => a.AncienCode is not null), async (w, a) =>
        {
            await w.WriteAsync(a.AncienCode!, NpgsqlDbType.Text, annulation);
            await w.WriteAsync(a.Commune, NpgsqlDbType.Text, annulation);
            await Ecrire(w, a.Nom, annulation);
        }, annulation);

        await using (var noter = new NpgsqlCommand(
            """
            INSERT INTO territoires.chargements (jeu, empreinte, charge_le) VALUES ($1, $2, $3)
            ON CONFLICT (jeu) DO UPDATE SET empreinte = excluded.empreinte, charge_le = excluded.charge_le
            """,
            connexion))
        {
            noter.Parameters.Add(new NpgsqlParameter { Value = Jeu });
            noter.Parameters.Add(new NpgsqlParameter { Value = empreinte });
            noter.Parameters.Add(new NpgsqlParameter { Value = horloge.GetUtcNow() });
            await noter.ExecuteNonQueryAsync(annulation);
        }

        await transaction.CommitAsync(annulation);
        return true;
    }

    // Names of tables and columns are constants of this file: no text from outside reaches these statements.
    private static async Task Remplacer<T>(
        NpgsqlConnection connexion, string table, string[] cle, string[] valeurs, IEnumerable<T> lignes, Func<NpgsqlBinaryImporter, T, Task> ecrire, CancellationToken annulation)
    {
        var colonnes = string.Join(", ", cle.Concat(valeurs));
        await Commander(connexion, $"CREATE TEMP TABLE nouveau_{table} ON COMMIT DROP AS SELECT {colonnes} FROM territoires.{table} WITH NO DATA", annulation);
        await using (var copie = await connexion.BeginBinaryImportAsync($"COPY nouveau_{table} ({colonnes}) FROM STDIN (FORMAT BINARY)", annulation))
        {
            foreach (var ligne in lignes)
            {
                await copie.StartRowAsync(annulation);
                await ecrire(copie, ligne);
            }

            await copie.CompleteAsync(annulation);
        }

        var memeCle = string.Join(" AND ", cle.Select(c => $"n.{c} = a.{c}"));
        await Commander(connexion, $"DELETE FROM territoires.{table} a WHERE NOT EXISTS (SELECT 1 FROM nouveau_{table} n WHERE {memeCle})", annulation);
        await Commander(
            connexion,
            $"""
            INSERT INTO territoires.{table} AS a ({colonnes}) SELECT {colonnes} FROM nouveau_{table}
            ON CONFLICT ({string.Join(", ", cle)}) DO UPDATE SET {string.Join(", ", valeurs.Select(v => $"{v} = excluded.{v}"))}
            WHERE ({string.Join(", ", valeurs.Select(v => $"a.{v}"))}) IS DISTINCT FROM ({string.Join(", ", valeurs.Select(v => $"excluded.{v}"))})
            """,
            annulation);
        await Commander(connexion, $"ANALYZE territoires.{table}", annulation);
    }

    private static async Task<string?> EmpreinteChargee(NpgsqlConnection connexion, CancellationToken annulation)
    {
        await using var lire = new NpgsqlCommand("SELECT empreinte FROM territoires.chargements WHERE jeu = $1", connexion);
        lire.Parameters.Add(new NpgsqlParameter { Value = Jeu });
        return await lire.ExecuteScalarAsync(annulation) as string;
    }

    private static async Task Commander(NpgsqlConnection connexion, string sql, CancellationToken annulation)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        await commande.ExecuteNonQueryAsync(annulation);
    }

    private static Task Ecrire(NpgsqlBinaryImporter w, string? valeur, CancellationToken annulation) =>
        valeur is null ? w.WriteNullAsync(annulation) : w.WriteAsync(valeur, NpgsqlDbType.Text, annulation);

    private static Task Ecrire<T>(NpgsqlBinaryImporter w, T? valeur, NpgsqlDbType type, CancellationToken annulation)
        where T : struct =>
        valeur is { } v ? w.WriteAsync(v, type, annulation) : w.WriteNullAsync(annulation);
}
