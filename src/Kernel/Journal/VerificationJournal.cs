using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace FaireAvec.Kernel.Journal;

/// <summary>One chain of one day, or the closing of a day, and what the verification found.</summary>
/// <param name="Jour">UTC day.</param>
/// <param name="Chaine">0 to 15; null for the root of the day.</param>
/// <param name="Entrees">Entries read.</param>
/// <param name="Defaut">A French sentence, or null when all is well.</param>
public sealed record ConstatJournal(DateOnly Jour, int? Chaine, long Entrees, string? Defaut);

/// <summary>
/// Reads the whole journal and computes its hashes again, without trusting the database's own function. An entry changed, removed, added or moved
/// breaks its chain; a day removed breaks the chain of roots.
/// </summary>
public sealed class VerificationJournal(NpgsqlDataSource source)
{
    /// <summary>Streams one finding per chain and per closed day, in order.</summary>
    public async IAsyncEnumerable<ConstatJournal> VerifierAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken annulation = default)
    {
        await using var connexion = await source.OpenConnectionAsync(annulation);
        // Heads, entries and roots as they stood at one instant: the product goes on writing meanwhile.
        await using var instantane = await connexion.BeginTransactionAsync(IsolationLevel.RepeatableRead, annulation);
        await using (var contexte = new NpgsqlCommand("SELECT set_config('app.role', 'systeme:journal', true)", connexion))
        {
            await contexte.ExecuteNonQueryAsync(annulation);
        }

        var tetes = await TetesAsync(connexion, annulation);
        await using var commande = new NpgsqlCommand(
            "SELECT jour, chaine, rang, id, (extract(epoch FROM instant) * 1000000)::bigint, acteur, processus, motif, action, entite, entite_id, avant, apres, personne, chiffre, empreinte FROM noyau.journal ORDER BY jour, chaine, rang", connexion)
        { CommandTimeout = 0 };
        await using var lignes = await commande.ExecuteReaderAsync(annulation);
        (DateOnly Jour, int Chaine) courante = default;
        byte[] precedente = [];
        long rang = 0;
        string? defaut = null;
        var ouverte = false;
        while (await lignes.ReadAsync(annulation))
        {
            var cle = (lignes.GetFieldValue<DateOnly>(0), (int)lignes.GetInt16(1));
            if (!ouverte || cle != courante)
            {
                if (ouverte)
                {
                    yield return Fermer(courante, rang, precedente, defaut, tetes);
                }

                (courante, precedente, rang, defaut, ouverte) = (cle, Origine(cle.Item1, cle.Item2), 0, null, true);
            }

            rang++;
            var empreinte = Empreinte(precedente, lignes);
            var lue = (byte[])lignes[15];
            if (defaut is null && lignes.GetInt64(2) != rang)
            {
                defaut = $"L’entrée de rang {rang} manque.";
            }
            else if (defaut is null && !empreinte.AsSpan().SequenceEqual(lue))
            {
                defaut = $"L’entrée de rang {rang} ({lignes.GetGuid(3)}) a été modifiée.";
            }

            precedente = lue;
        }

        if (ouverte)
        {
            yield return Fermer(courante, rang, precedente, defaut, tetes);
        }

        foreach (var (cle, tete) in tetes)
        {
            yield return new ConstatJournal(cle.Jour, cle.Chaine, 0, $"Les {tete.Rang} entrées de cette chaîne ont disparu.");
        }

        await lignes.DisposeAsync();
        await foreach (var constat in RacinesAsync(connexion, annulation))
        {
            yield return constat;
        }
    }

    private static ConstatJournal Fermer((DateOnly Jour, int Chaine) cle, long rang, byte[] derniere, string? defaut, Dictionary<(DateOnly Jour, int Chaine), (long Rang, byte[] Empreinte)> tetes)
    {
        if (!tetes.Remove(cle, out var tete))
        {
            defaut ??= "Cette chaîne n’a pas de tête : elle a été effacée.";
        }
        else if (tete.Rang != rang || !tete.Empreinte.AsSpan().SequenceEqual(derniere))
        {
            defaut ??= $"La fin de la chaîne manque : {tete.Rang} entrées attendues, {rang} lues.";
        }

        return new ConstatJournal(cle.Jour, cle.Chaine, rang, defaut);
    }

    private static async Task<Dictionary<(DateOnly Jour, int Chaine), (long Rang, byte[] Empreinte)>> TetesAsync(NpgsqlConnection connexion, CancellationToken annulation)
    {
        await using var commande = new NpgsqlCommand("SELECT jour, chaine, rang, empreinte FROM noyau.journal_chaines", connexion);
        await using var lignes = await commande.ExecuteReaderAsync(annulation);
        var tetes = new Dictionary<(DateOnly, int), (long, byte[])>();
        while (await lignes.ReadAsync(annulation))
        {
            tetes[(lignes.GetFieldValue<DateOnly>(0), lignes.GetInt16(1))] = (lignes.GetInt64(2), (byte[])lignes[3]);
        }

        return tetes;
    }

    private static async IAsyncEnumerable<ConstatJournal> RacinesAsync(NpgsqlConnection connexion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken annulation)
    {
        await using var commande = new NpgsqlCommand(
            "SELECT r.jour, r.racine, coalesce((SELECT string_agg(c.empreinte, ''::bytea ORDER BY c.chaine) FROM noyau.journal_chaines c WHERE c.jour = r.jour), ''::bytea), r.entrees, coalesce((SELECT sum(c.rang) FROM noyau.journal_chaines c WHERE c.jour = r.jour), 0)::bigint FROM noyau.journal_racines r ORDER BY r.jour", connexion);
        await using var lignes = await commande.ExecuteReaderAsync(annulation);
        byte[] precedente = [];
        while (await lignes.ReadAsync(annulation))
        {
            var jour = lignes.GetFieldValue<DateOnly>(0);
            var racine = (byte[])lignes[1];
            byte[] attendue = SHA256.HashData([.. precedente, .. Encoding.UTF8.GetBytes(jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), .. (byte[])lignes[2]]);
            var juste = attendue.AsSpan().SequenceEqual(racine) && lignes.GetInt64(3) == lignes.GetInt64(4);
            yield return new ConstatJournal(jour, null, lignes.GetInt64(3), juste ? null : "La racine de ce jour ne correspond plus à ses chaînes.");
            precedente = racine;
        }
    }

    /// <summary>First link of a chain: the hash of its day and number.</summary>
    internal static byte[] Origine(DateOnly jour, int chaine) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{jour:yyyy-MM-dd}/{chaine}")));

    /// <summary>
    /// SHA-256 of the previous hash, then of each field as "length:bytes;" ("N;" for null). The length before the bytes makes two
    /// different entries never give the same text. Same computation as the SQL function <c>noyau.journaliser</c>.
    /// </summary>
    private static byte[] Empreinte(byte[] precedente, NpgsqlDataReader l)
    {
        using var h = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        h.AppendData(precedente);
        Texte(h, l.GetInt64(2).ToString(CultureInfo.InvariantCulture));
        Texte(h, l.GetGuid(3).ToString());
        Texte(h, l.GetInt64(4).ToString(CultureInfo.InvariantCulture));
        for (var i = 5; i <= 12; i++)
        {
            Texte(h, l.IsDBNull(i) ? null : l.GetString(i));
        }

        Texte(h, l.IsDBNull(13) ? null : l.GetGuid(13).ToString());
        Texte(h, l.IsDBNull(14) ? null : Convert.ToHexStringLower((byte[])l[14]));
        return h.GetHashAndReset();
    }

    private static void Texte(IncrementalHash h, string? texte)
    {
        if (texte is null)
        {
            h.AppendData("N;"u8);
            return;
        }

        var octets = Encoding.UTF8.GetBytes(texte);
        h.AppendData(Encoding.UTF8.GetBytes(octets.Length.ToString(CultureInfo.InvariantCulture)));
        h.AppendData(":"u8);
        h.AppendData(octets);
        h.AppendData(";"u8);
    }
}
