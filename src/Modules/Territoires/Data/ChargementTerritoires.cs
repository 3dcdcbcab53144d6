using System.Globalization;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Import;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Territoires.Data;

/// <summary>
/// Fills the tables of the schema <c>territoires</c> from the shipped files, when the files are not those that the tables hold.
/// An empty table is filled directly; the others are copied beside, then compared: only rows that differ are written, so that readers see one version or the other and never a hole.
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
        await Remplacer(connexion, "regions", ["code"], ["nom", "chef_lieu", "zone"], fichiers.Regions(), (w, r) =>
        {
            w.Write(r.Code, NpgsqlDbType.Text);
            w.Write(r.Nom, NpgsqlDbType.Text);
            w.Write(r.ChefLieu, NpgsqlDbType.Text);
            w.Write(r.Zone, NpgsqlDbType.Text);
        }, annulation);

        await Remplacer(connexion, "departements", ["code"], ["nom", "region", "chef_lieu", "zone", "voisins"], fichiers.Departements(), (w, d) =>
        {
            w.Write(d.Code, NpgsqlDbType.Text);
            w.Write(d.Nom, NpgsqlDbType.Text);
            w.Write(d.Region, NpgsqlDbType.Text);
            w.Write(d.ChefLieu, NpgsqlDbType.Text);
            w.Write(d.Zone, NpgsqlDbType.Text);
            w.Write(d.Voisins, NpgsqlDbType.Array | NpgsqlDbType.Text);
        }, annulation);

        await Remplacer(connexion, "epci", ["code"], ["nom", "type", "population"], fichiers.Epci(), (w, e) =>
        {
            w.Write(e.Code, NpgsqlDbType.Text);
            w.Write(e.Nom, NpgsqlDbType.Text);
            w.Write(e.Type, NpgsqlDbType.Text);
            Ecrire(w, e.Population, NpgsqlDbType.Integer);
        }, annulation);

        await Remplacer(
            connexion,
            "communes",
            ["code_insee"],
            ["nom", "nom_normalise", "commune_mere", "departement", "region", "epci", "codes_postaux", "population", "latitude", "longitude"],
            communes,
            (w, c) =>
            {
                w.Write(c.CodeInsee, NpgsqlDbType.Text);
                w.Write(c.Nom, NpgsqlDbType.Text);
                w.Write(TexteRecherche.Normaliser(c.Nom), NpgsqlDbType.Text);
                Ecrire(w, c.CommuneMere);
                w.Write(c.Departement, NpgsqlDbType.Text);
                w.Write(c.Region, NpgsqlDbType.Text);
                Ecrire(w, c.Epci);
                w.Write(c.CodesPostaux, NpgsqlDbType.Array | NpgsqlDbType.Text);
                Ecrire(w, c.Population, NpgsqlDbType.Integer);
                Ecrire(w, c.Latitude, NpgsqlDbType.Double);
                Ecrire(w, c.Longitude, NpgsqlDbType.Double);
            },
            annulation);

        await Remplacer(connexion, "codes_postaux", ["code_postal", "code_insee"], ["millesime"], fichiers.CodesPostaux(), (w, c) =>
        {
            w.Write(c.CodePostal, NpgsqlDbType.Text);
            w.Write(c.CodeInsee, NpgsqlDbType.Text);
            w.Write(c.Millesime, NpgsqlDbType.Integer);
        }, annulation);

        await Remplacer(connexion, "anciennes_communes", ["ancien_code"], ["code_insee", "nom"], fichiers.AnciensNoms().Where(a => a.AncienCode is not null), (w, a) =>
        {
            w.Write(a.AncienCode!, NpgsqlDbType.Text);
            w.Write(a.Commune, NpgsqlDbType.Text);
            Ecrire(w, a.Nom);
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
        NpgsqlConnection connexion, string table, string[] cle, string[] valeurs, IEnumerable<T> lignes, Action<NpgsqlBinaryImporter, T> ecrire, CancellationToken annulation)
    {
        var colonnes = string.Join(", ", cle.Concat(valeurs));
        await using (var vide = new NpgsqlCommand($"SELECT NOT EXISTS (SELECT 1 FROM territoires.{table})", connexion))
        {
            // A first load has nobody to hide a hole from.
            if (await vide.ExecuteScalarAsync(annulation) is true)
            {
                await Copier(connexion, $"territoires.{table}", colonnes, lignes, ecrire, annulation);
                await Commander(connexion, $"ANALYZE territoires.{table}", annulation);
                return;
            }
        }

        await Commander(connexion, $"CREATE TEMP TABLE nouveau_{table} ON COMMIT DROP AS SELECT {colonnes} FROM territoires.{table} WITH NO DATA", annulation);
        await Copier(connexion, $"nouveau_{table}", colonnes, lignes, ecrire, annulation);
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

    // Synchronous writes: nearly all of half a million fields go into the buffer of the copy and wait for nothing.
    private static async Task Copier<T>(NpgsqlConnection connexion, string table, string colonnes, IEnumerable<T> lignes, Action<NpgsqlBinaryImporter, T> ecrire, CancellationToken annulation)
    {
        await using var copie = await connexion.BeginBinaryImportAsync($"COPY {table} ({colonnes}) FROM STDIN (FORMAT BINARY)", annulation);
        foreach (var ligne in lignes)
        {
            await copie.StartRowAsync(annulation);
            ecrire(copie, ligne);
        }

        await copie.CompleteAsync(annulation);
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

    private static void Ecrire(NpgsqlBinaryImporter w, string? valeur)
    {
        if (valeur is null)
        {
            w.WriteNull();
        }
        else
        {
            w.Write(valeur, NpgsqlDbType.Text);
        }
    }

    private static void Ecrire<T>(NpgsqlBinaryImporter w, T? valeur, NpgsqlDbType type)
        where T : struct
    {
        if (valeur is { } v)
        {
            w.Write(v, type);
        }
        else
        {
            w.WriteNull();
        }
    }
}
