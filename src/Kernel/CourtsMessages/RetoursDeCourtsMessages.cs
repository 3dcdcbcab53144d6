using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>Takes in what the gateway tells, signed as our own webhooks are. « STOP » takes the number off; a report says whether the message arrived. What else people answer isn't kept.</summary>
public sealed class RetoursDeCourtsMessages
{
    /// <summary>Largest body, in bytes.</summary>
    public const int TailleMax = 16 * 1024;

    /// <summary>The body is larger than <see cref="TailleMax"/>.</summary>
    public static readonly Erreur TropGros = ErreursDeRetour.TropGros;

    /// <summary>It came before: nothing is done again.</summary>
    public static readonly Erreur DejaVu = ErreursDeRetour.DejaVu;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly IConfiguration _configuration;
    private readonly Base _donnees;
    private readonly Desinscriptions _desinscriptions;
    private readonly TimeProvider _horloge;

    internal RetoursDeCourtsMessages(IConfiguration configuration, Base donnees, Desinscriptions desinscriptions, TimeProvider horloge) =>
        (_configuration, _donnees, _desinscriptions, _horloge) = (configuration, donnees, desinscriptions, horloge);

    /// <summary>What was asked for, or why it is refused.</summary>
    /// <param name="signature">Header <see cref="SignatureDeWebhook.EnTete"/>.</param>
    /// <param name="corps">The body as it came.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<DemandeParCourtMessage>> RecevoirAsync(string? signature, string corps, CancellationToken annulation)
    {
        if (_configuration["Sms:SecretDesRetours"] is not { Length: > 0 } secret)
        {
            return ErreursDeRetour.SansSecret;
        }

        var maintenant = _horloge.GetUtcNow();
        if (signature is null || !SignatureDeWebhook.Verifier(secret, signature, corps, maintenant, Tolerance))
        {
            return ErreursDeRetour.Signature;
        }

        if (RetourDeCourtMessage.Lire(corps) is not { } retour)
        {
            return ErreursDeRetour.Illisible;
        }

        var demande = MotsDeStop.Lire(retour.Texte);
        if (retour.Numero is { } saisi && demande != DemandeParCourtMessage.Autre)
        {
            if (NumeroDeMobile.Lire(saisi) is not { } numero)
            {
                return ErreursDeRetour.Illisible;
            }

            // Done twice changes nothing; noted first, a stop could be lost by a failure in between. « Reprendre » isn't done by a copy of an old one.
            if (demande == DemandeParCourtMessage.Arreter)
            {
                await _desinscriptions.DesinscrireAsync(numero, "reponse", annulation);
                return await NoterAsync(retour.Id, maintenant, annulation) ? demande : ErreursDeRetour.DejaVu;
            }

            if (!await NoterAsync(retour.Id, maintenant, annulation))
            {
                return ErreursDeRetour.DejaVu;
            }

            await _desinscriptions.ReinscrireAsync(numero, annulation);
            return demande;
        }

        if (!await NoterAsync(retour.Id, maintenant, annulation))
        {
            return ErreursDeRetour.DejaVu;
        }

        if (retour is { Message: { } message, Recu: { } recu })
        {
            await using var commande = _donnees.Application.CreateCommand("SELECT noyau.remise_de_court_message($1, $2, $3)");
            commande.Parameters.Add(new NpgsqlParameter { Value = message });
            commande.Parameters.Add(new NpgsqlParameter { Value = recu ? "recu" : "non_recu" });
            commande.Parameters.Add(new NpgsqlParameter { Value = maintenant.UtcDateTime });
            await commande.ExecuteNonQueryAsync(annulation);
        }

        return DemandeParCourtMessage.Autre;
    }

    // False when it came before.
    private async Task<bool> NoterAsync(string id, DateTimeOffset maintenant, CancellationToken annulation)
    {
        await using var commande = _donnees.Application.CreateCommand("SELECT noyau.noter_retour_de_court_message($1, $2)");
        commande.Parameters.Add(new NpgsqlParameter { Value = id });
        commande.Parameters.Add(new NpgsqlParameter { Value = maintenant.UtcDateTime });
        return await commande.ExecuteScalarAsync(annulation) is true;
    }
}
