using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>
/// Asks whether the number said stop, notes the message before it goes and what became of it after: neither the words, nor the number, whose keyed hash
/// alone is kept. A key that was used goes once, even from two nodes, even if one of them was killed in between: the next one takes over after a quarter
/// of an hour with the same id, that the gateway knows.
/// </summary>
internal sealed class CourtsMessagesNotes(IConfiguration configuration, DepotDeFichiers depot, PasserelleHttp passerelle, Base donnees, EmpreintesDeNumeros empreintes, Desinscriptions desinscriptions, TimeProvider horloge) : ICourtsMessages
{
    /// <summary>After that, whoever was sending it is dead.</summary>
    internal static readonly TimeSpan Abandon = TimeSpan.FromMinutes(15);

    public string MentionDeStop => (configuration["Sms:NumeroDeStop"], configuration["Sms:Expediteur"]) switch
    {
        ({ Length: > 0 } numero, _) => $"STOP au {numero.Trim()}",
        // A number can be answered; a name can't.
        (_, { Length: > 0 } expediteur) when !expediteur.Any(char.IsLetter) => "STOP : répondez STOP",
        _ => "",
    };

    public async Task<SortDuCourtMessage> EnvoyerAsync(CourtMessage message, CancellationToken annulation)
    {
        if (message.Cle.Length is 0 or > CourtMessage.CleMax)
        {
            throw new ArgumentException("The key is empty or too long.", nameof(message));
        }

        var segments = LongueurDeCourtMessage.Mesurer(message.Texte).Segments;
        if (segments is 0 or > CourtMessage.SegmentsMax)
        {
            throw new EnvoiManque(segments == 0 ? "Le message est vide." : "Le message est trop long.", definitif: true);
        }

        // The list can't be read: nothing goes. To bother somebody who said stop is worse than to be late.
        var refuse = await desinscriptions.EstDesinscritAsync(message.A, annulation);
        if (await PrendreAsync(message, segments, refuse ? "desinscrit" : "en_cours", annulation) is not { } id)
        {
            return SortDuCourtMessage.DejaPris;
        }

        if (refuse)
        {
            return SortDuCourtMessage.Desinscrit;
        }

        try
        {
            await Passerelle().RemettreAsync(id, message.A, message.Texte, annulation);
        }
        catch (Exception e)
        {
            // Given up in the middle: it may have gone. It stays in course, and is taken again later under the same id.
            if (e is not OperationCanceledException)
            {
                await CloreAsync(id, "echec", e is EnvoiManque ? e.Message : e.GetType().Name);
            }

            if (e is EnvoiManque or OperationCanceledException)
            {
                throw;
            }

            throw new EnvoiManque("Le SMS n’est pas parti.", definitif: false, e);
        }

        await CloreAsync(id, "envoye", null);
        return SortDuCourtMessage.Remis;
    }

    private IPasserelle Passerelle() => configuration["Sms:Adresse"] is { Length: > 0 } ? passerelle : depot;

    private async Task<Guid?> PrendreAsync(CourtMessage message, int segments, string etat, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await using var commande = donnees.Application.CreateCommand("SELECT noyau.prendre_court_message($1, $2, $3, $4, $5, $6, $7, $8)");
        foreach (var valeur in (object[])[message.Cle, Identifiants.Nouveau(horloge), await empreintes.DeAsync(message.A, annulation), message.Categorie, segments, etat, maintenant.UtcDateTime, (maintenant - Abandon).UtcDateTime])
        {
            commande.Parameters.Add(new NpgsqlParameter { Value = valeur });
        }

        return await commande.ExecuteScalarAsync(annulation) as Guid?;
    }

    private async Task CloreAsync(Guid id, string etat, string? erreur)
    {
        await using var commande = donnees.Application.CreateCommand("SELECT noyau.clore_court_message($1, $2, $3)");
        commande.Parameters.Add(new NpgsqlParameter { Value = id });
        commande.Parameters.Add(new NpgsqlParameter { Value = etat });
        commande.Parameters.Add(new NpgsqlParameter { Value = (object?)erreur ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await commande.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
