using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Says who changes places, why and in which import, for the history that the database writes by itself (trigger <c>garder_l_historique</c>). Holds
/// until the end of the transaction in course; without it the author is « inconnu ».
/// </summary>
internal static class ContexteDHistorique
{
    public static async Task DirePourLHistoriqueAsync(this FaireAvecDb db, ContexteEcriture ecriture, DateTimeOffset instant, Guid? import, CancellationToken annulation)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("The history is told inside a transaction.");
        await using var commande = new NpgsqlCommand(
            "SELECT set_config('app.auteur', $1, true), set_config('app.motif', $2, true), set_config('app.import', $3, true), set_config('app.instant', $4, true)",
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)transaction.GetDbTransaction());
        commande.Parameters.AddWithValue(ecriture.Acteur);
        commande.Parameters.AddWithValue(ecriture.Motif ?? "");
        commande.Parameters.AddWithValue(import?.ToString() ?? "");
        commande.Parameters.AddWithValue(instant.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await commande.ExecuteNonQueryAsync(annulation);
    }
}
