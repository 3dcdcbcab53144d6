using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>The webhooks of one client, with what waits and what was given up.</summary>
internal sealed class WebhooksModel(FaireAvecDb db, GestionDesClients gestion, Demandeur demandeur) : PageDeClient(gestion, demandeur)
{
    public IReadOnlyList<LigneDeWebhook> Lignes { get; private set; } = [];

    protected override bool DemandeUnClientOuvert => false;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var webhooks = await db.Set<Webhook>().AsNoTracking().Where(w => w.Client == Id).OrderBy(w => w.CreeLe).ThenBy(w => w.Id).ToListAsync(annulation);
        var ids = webhooks.Select(w => w.Id).ToArray();
        var comptes = await db.Database.SqlQuery<Comptes>($"""
            SELECT webhook AS "Webhook", count(*) FILTER (WHERE prochain_essai IS NOT NULL) AS "EnAttente", count(*) FILTER (WHERE prochain_essai IS NULL AND recue_le IS NULL) AS "Abandonnees"
            FROM comptes.livraisons_de_webhook WHERE webhook = ANY ({ids}) GROUP BY webhook
            """).ToDictionaryAsync(c => c.Webhook, annulation);
        Lignes = [.. webhooks.Select(w => new LigneDeWebhook(w, comptes.GetValueOrDefault(w.Id)?.EnAttente ?? 0, comptes.GetValueOrDefault(w.Id)?.Abandonnees ?? 0))];
    }

    /// <param name="Webhook">The webhook.</param>
    /// <param name="EnAttente">Deliveries to do.</param>
    /// <param name="Abandonnees">Deliveries given up.</param>
    internal sealed record LigneDeWebhook(Webhook Webhook, long EnAttente, long Abandonnees);

    private sealed record Comptes(Guid Webhook, long EnAttente, long Abandonnees);
}
