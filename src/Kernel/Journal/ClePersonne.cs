using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace FaireAvec.Kernel.Journal;

/// <summary>
/// The key of one person: what the journal says of them is encrypted with it (AES-256-GCM: 12 bytes of nonce, the text, 16 bytes of tag).
/// Erasing the key erases the person from the journal, and its chain of hashes still holds.
/// </summary>
internal static class ClePersonne
{
    public static async Task<byte[]> LireOuCreerAsync(NpgsqlConnection connexion, NpgsqlTransaction transaction, Guid personne, TimeProvider horloge, CancellationToken annulation)
    {
        // ON CONFLICT … DO UPDATE returns the stored key when another transaction made it first.
        await using var commande = new NpgsqlCommand("SELECT noyau.cle_de_personne($1, $2, $3)", connexion, transaction);
        commande.Parameters.AddWithValue(personne);
        commande.Parameters.AddWithValue(RandomNumberGenerator.GetBytes(32));
        commande.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
        return (byte[])(await commande.ExecuteScalarAsync(annulation))!;
    }

    public static byte[] Chiffrer(byte[] cle, string clair)
    {
        var octets = Encoding.UTF8.GetBytes(clair);
        var sortie = new byte[12 + octets.Length + 16];
        RandomNumberGenerator.Fill(sortie.AsSpan(0, 12));
        using var aes = new AesGcm(cle, 16);
        aes.Encrypt(sortie.AsSpan(0, 12), octets, sortie.AsSpan(12, octets.Length), sortie.AsSpan(12 + octets.Length));
        return sortie;
    }

    public static string Dechiffrer(byte[] cle, byte[] chiffre)
    {
        var clair = new byte[chiffre.Length - 28];
        using var aes = new AesGcm(cle, 16);
        aes.Decrypt(chiffre.AsSpan(0, 12), chiffre.AsSpan(12, clair.Length), chiffre.AsSpan(12 + clair.Length), clair);
        return Encoding.UTF8.GetString(clair);
    }
}
