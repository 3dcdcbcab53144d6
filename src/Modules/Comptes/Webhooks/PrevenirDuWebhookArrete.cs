using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>Writes to the one who made the access that their webhook is stopped. Nobody is written to when the operator made it, or when the account is gone.</summary>
internal sealed class PrevenirDuWebhookArrete(FaireAvecDb db, ICourrier courrier) : IGestionnaire<WebhookDesactive>
{
    public async Task TraiterAsync(WebhookDesactive evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        var client = await db.Set<ClientApi>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == evenement.Client, annulation);
        var webhook = await db.Set<Webhook>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == evenement.Webhook, annulation);
        if (client is not { Responsable: not null } || webhook is null)
        {
            return;
        }

        // The role of the outbox reads no account: a reviewed function gives this one address.
        var courriel = await db.Database.SqlQuery<string?>($"SELECT comptes.courriel_du_responsable({client.Id}) AS \"Value\"").SingleAsync(annulation);
        if (courriel is not null)
        {
            await courrier.EnvoyerAsync(new Message(courriel, MotsClients.T("Webhook.Courriel.Objet", client.Nom), MotsClients.T("Webhook.Courriel.Texte", client.Nom, new Uri(webhook.Url).Host)) { Categorie = "comptes.webhook_arrete" }, annulation);
        }
    }
}
