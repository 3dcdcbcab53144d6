using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Writes the defects of an import, in the transaction in course.</summary>
internal static class EcritureDesAnomalies
{
    /// <summary>Defects kept of one import: a file that is wrong everywhere says so with fewer.</summary>
    public const int Maximum = 50_000;

    private const int TexteMax = 500;

    public static async Task EcrireAsync(FaireAvecDb db, IReadOnlyCollection<AnomalieDImport> anomalies, CancellationToken annulation)
    {
        if (anomalies.Count == 0)
        {
            return;
        }

        var connexion = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        const string Colonnes = "import, source, ligne, lieu, champ, regle, niveau, avant, apres, message, suggestion, instant";
        await using (var creation = new NpgsqlCommand($"CREATE TEMP TABLE anomalies_lues ON COMMIT DROP AS SELECT {Colonnes} FROM cartographie.anomalies WHERE false", connexion, transaction))
        {
            await creation.ExecuteNonQueryAsync(annulation);
        }

        // A table with row security takes no COPY.
        await using (var copie = await connexion.BeginBinaryImportAsync($"COPY anomalies_lues ({Colonnes}) FROM STDIN (FORMAT BINARY)", annulation))
        {
            foreach (var a in anomalies)
            {
                await copie.StartRowAsync(annulation);
                await copie.WriteAsync(a.Import, NpgsqlDbType.Uuid, annulation);
                await Texte(copie, a.Source);
                await copie.WriteAsync(a.Ligne, NpgsqlDbType.Bigint, annulation);
                await Texte(copie, a.Lieu);
                await Texte(copie, a.Champ);
                await Texte(copie, a.Regle);
                await copie.WriteAsync(a.Niveau.ToString(), NpgsqlDbType.Varchar, annulation);
                await Texte(copie, a.Avant);
                await Texte(copie, a.Apres);
                await Texte(copie, a.Message);
                await Texte(copie, a.Suggestion);
                await copie.WriteAsync(a.Instant.UtcDateTime, NpgsqlDbType.TimestampTz, annulation);
            }

            await copie.CompleteAsync(annulation);
        }

        await using var insertion = new NpgsqlCommand($"INSERT INTO cartographie.anomalies ({Colonnes}) SELECT {Colonnes} FROM anomalies_lues; DROP TABLE anomalies_lues", connexion, transaction);
        await insertion.ExecuteNonQueryAsync(annulation);

        Task Texte(NpgsqlBinaryImporter copie, string? t) => t is null ? copie.WriteNullAsync(annulation) : copie.WriteAsync(Propre(t), NpgsqlDbType.Text, annulation);
    }

    private static string Propre(string texte)
    {
        var propre = texte.Replace('\0', '\uFFFD');
        return propre.Length > TexteMax ? string.Concat(propre.AsSpan(0, TexteMax), "…") : propre;
    }
}
