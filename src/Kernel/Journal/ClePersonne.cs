using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Securite;
using Npgsql;

namespace FaireAvec.Kernel.Journal;

/// <summary>
/// The key of one person: what the journal says of them is encrypted with it (<see cref="ChiffreAesGcm"/>).
/// Erasing the key erases the person from the journal, and its chain of hashes still holds.
/// </summary>
internal static class ClePersonne
{
    public static async Task<byte[]> LireOuCreerAsync(NpgsqlConnection connexion, NpgsqlTransaction transaction, Guid personne, CleOperateur operateur, TimeProvider horloge, CancellationToken annulation)
    {
        // ON CONFLICT … DO UPDATE returns the stored key when another transaction made it first.
        await using var commande = new NpgsqlCommand("SELECT noyau.cle_de_personne($1, $2, $3)", connexion, transaction);
        commande.Parameters.AddWithValue(personne);
        // Closed by the operator's key here, not in the database: what the database never has can't be read there.
        commande.Parameters.AddWithValue(operateur.FermerCle(RandomNumberGenerator.GetBytes(ChiffreAesGcm.OctetsDeCle)));
        commande.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
        return operateur.OuvrirCle((byte[])(await commande.ExecuteScalarAsync(annulation))!);
    }

    public static byte[] Chiffrer(byte[] cle, string clair) => ChiffreAesGcm.Chiffrer(cle, Encoding.UTF8.GetBytes(clair));

    public static string Dechiffrer(byte[] cle, byte[] chiffre) => Encoding.UTF8.GetString(ChiffreAesGcm.Dechiffrer(cle, chiffre));
}
