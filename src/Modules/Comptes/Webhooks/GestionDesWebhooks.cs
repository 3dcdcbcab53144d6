using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>Makes, tries, stops, starts and replays the webhooks of a client that the caller may manage.</summary>
internal sealed class GestionDesWebhooks(FaireAvecDb db, SecretsDeWebhook secrets, EnvoiDeWebhook envoi, TimeProvider horloge)
{
    /// <summary>Name of the event that tries a webhook; nothing else publishes it.</summary>
    public const string Essai = "essai";

    /// <summary>The webhook and its secret, to show once.</summary>
    public async Task<Resultat<(Guid Webhook, string Secret)>> CreerAsync(ClientApi client, string? url, IReadOnlyList<string> evenements, CancellationToken annulation)
    {
        if (!client.Etendues.Contains(DroitsDesComptes.EtendueDesEvenements))
        {
            return ErreursWebhooks.EtendueManque;
        }

        var erreurs = new List<Erreur>();
        if (LireUrl(url) is not { } lue)
        {
            erreurs.Add(ErreursWebhooks.Url);
            lue = "";
        }

        if (evenements.Count == 0 || evenements.Except(EvenementsConnus.Noms, StringComparer.Ordinal).Any())
        {
            erreurs.Add(evenements.Count == 0 ? ErreursWebhooks.EvenementManque : ErreursWebhooks.EvenementInconnu);
        }

        if (await db.Set<Webhook>().CountAsync(w => w.Client == client.Id && w.Etat == EtatDeWebhook.Actif, annulation) >= Webhook.ParClientMax)
        {
            erreurs.Add(ErreursWebhooks.Trop);
        }

        if (erreurs.Count > 0)
        {
            return Resultat<(Guid, string)>.Echec(erreurs);
        }

        var secret = SecretsDApi.Nouveau(SecretsDApi.PrefixeDeSignature);
        var webhook = new Webhook
        {
            Id = Identifiants.Nouveau(horloge),
            Client = client.Id,
            Url = lue,
            Evenements = [.. evenements.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Secret = secrets.Fermer(secret),
            CreeLe = horloge.GetUtcNow(),
        };
        db.Add(webhook);
        await db.SaveChangesAsync(annulation);
        return (webhook.Id, secret);
    }

    /// <summary>A new secret, to show once. The one before still signs for <see cref="Webhook.ChevauchementJours"/> days.</summary>
    public async Task<string> RenouvelerAsync(Webhook webhook, CancellationToken annulation)
    {
        var secret = SecretsDApi.Nouveau(SecretsDApi.PrefixeDeSignature);
        webhook.Renouveler(secrets.Fermer(secret), horloge.GetUtcNow());
        await db.SaveChangesAsync(annulation);
        return secret;
    }

    public async Task<Resultat<bool>> PasserAsync(Webhook webhook, EtatDeWebhook vers, CancellationToken annulation)
    {
        if (!webhook.Passer(vers))
        {
            return ErreursWebhooks.Etat;
        }

        await db.SaveChangesAsync(annulation);
        return true;
    }

    /// <summary>Puts an event « essai » in the queue: it goes the way of the others, signed, seen, tried again.</summary>
    public async Task EssayerAsync(Webhook webhook, CancellationToken annulation)
    {
        var (evenement, maintenant) = (Identifiants.Nouveau(horloge), horloge.GetUtcNow());
        var corps = CorpsDeLivraison.Ecrire(evenement, Essai, maintenant, "{}");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO comptes.livraisons_de_webhook (id, webhook, evenement, nom, corps, cree_le, prochain_essai)
            VALUES ({Identifiants.Nouveau(horloge)}, {webhook.Id}, {evenement}, {Essai}, {corps}, {maintenant}, {maintenant})
            """, annulation);
    }

    /// <summary>Sends again one delivery, or all those that were given up. The number put back in the queue; those that wait for their turn stay there.</summary>
    public async Task<int> RejouerAsync(Webhook webhook, Guid? livraison, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var nombre = livraison is { } id
            ? await db.Database.ExecuteSqlAsync($"UPDATE comptes.livraisons_de_webhook SET prochain_essai = {maintenant}, essais = 0, recue_le = NULL WHERE id = {id} AND webhook = {webhook.Id} AND (prochain_essai IS NULL OR prochain_essai > {maintenant})", annulation)
            : await db.Database.ExecuteSqlAsync($"UPDATE comptes.livraisons_de_webhook SET prochain_essai = {maintenant}, essais = 0 WHERE webhook = {webhook.Id} AND prochain_essai IS NULL AND recue_le IS NULL", annulation);
        if (nombre > 0)
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_notify('comptes_webhooks', 'a-livrer')", annulation);
        }

        return nombre;
    }

    // Of this machine only in tests; everything else by TLS, or the receiver's events would be read on the way.
    private string? LireUrl(string? saisie) =>
        saisie?.Trim() is { Length: > 0 and <= Webhook.UrlMax } texte && Uri.TryCreate(texte, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (envoi.BoucleLocale && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp))
            ? uri.AbsoluteUri
            : null;
}
