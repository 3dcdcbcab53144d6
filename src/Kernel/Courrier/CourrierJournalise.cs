using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Observation;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Kernel.Courrier;

/// <summary>
/// Keeps, for ninety days, to whom a message of which kind was handed over, and whether it was: neither its subject nor its words. So that somebody who
/// says « I received nothing » gets an answer.
/// </summary>
internal sealed class CourrierJournalise(CourrierSmtp interieur, Base donnees, TimeProvider horloge, ILogger<CourrierJournalise> journal) : ICourrier
{
    /// <summary>What stands for the address of somebody who was erased; the database writes the same.</summary>
    private const string AdresseEffacee = "adresse effacée";

    private const int ErreurMax = 500;

    public async Task EnvoyerAsync(Message message, CancellationToken annulation)
    {
        try
        {
            await interieur.EnvoyerAsync(message, annulation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What a server answers often repeats the address.
            await NoterAsync(message, message.DestinataireEfface ? e.GetType().Name : $"{e.GetType().Name}: {e.Message}");
            throw;
        }

        await NoterAsync(message, null);
    }

    // On a connection of its own: a failure is kept though the transaction of the caller is undone.
    private async Task NoterAsync(Message message, string? erreur)
    {
        if (!donnees.Ouverte)
        {
            return;
        }

        try
        {
            await using var commande = donnees.Application.CreateCommand("INSERT INTO noyau.courriels (id, destinataire, categorie, instant, etat, erreur) VALUES ($1, $2, $3, $4, $5, $6)");
            commande.Parameters.AddWithValue(Identifiants.Nouveau(horloge));
            commande.Parameters.AddWithValue(message.DestinataireEfface ? AdresseEffacee : message.A);
            commande.Parameters.AddWithValue(message.Categorie);
            commande.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
            commande.Parameters.AddWithValue(erreur is null ? "envoye" : "echec");
            commande.Parameters.AddWithValue((object?)erreur?[..Math.Min(erreur.Length, ErreurMax)] ?? DBNull.Value);
            await commande.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            // The message has gone: not being able to note it must not send it twice.
            journal.LogWarning("A message couldn't be noted: {Message}", SansDonnees.Resumer(e));
        }
    }
}
