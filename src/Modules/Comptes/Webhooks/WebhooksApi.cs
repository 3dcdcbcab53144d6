using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>« GET /api/v1/webhooks »: a client looks after its own webhooks, and knows when one is stopped.</summary>
internal static class WebhooksApi
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/webhooks", ListerAsync)
        .WithName("ListerMesWebhooks")
        .WithTags("Accès")
        .WithSummary("Liste les webhooks de cet accès, avec leur état et ce qui attend.")
        .Droit(DroitsDesComptes.RecevoirLesEvenements);

    private static async Task<Ok<WebhooksJson>> ListerAsync(FaireAvecDb db, Demandeur demandeur, CancellationToken annulation)
    {
        var client = demandeur.Identite!.Compte;
        var webhooks = await db.Set<Webhook>().AsNoTracking().Where(w => w.Client == client).OrderBy(w => w.CreeLe).ThenBy(w => w.Id).ToListAsync(annulation);
        var ids = webhooks.Select(w => w.Id).ToArray();
        var comptes = await db.Database.SqlQuery<Comptes>($"""
            SELECT webhook AS "Webhook", count(*) FILTER (WHERE prochain_essai IS NOT NULL)::int AS "EnAttente", count(*) FILTER (WHERE prochain_essai IS NULL AND recue_le IS NULL)::int AS "Abandonnees"
            FROM comptes.livraisons_de_webhook WHERE webhook = ANY ({ids}) GROUP BY webhook
            """).ToDictionaryAsync(c => c.Webhook, annulation);
        return TypedResults.Ok(new WebhooksJson([.. webhooks.Select(w => new WebhookJson(
            w.Id, w.Url, w.Evenements, w.Etat.ToString().ToLowerInvariant(), w.EnEchecDepuis, comptes.GetValueOrDefault(w.Id)?.EnAttente ?? 0, comptes.GetValueOrDefault(w.Id)?.Abandonnees ?? 0))]));
    }

    /// <param name="Webhooks">Oldest first.</param>
    internal sealed record WebhooksJson(IReadOnlyList<WebhookJson> Webhooks);

    /// <param name="Id">Its id.</param>
    /// <param name="Url">Where it is sent.</param>
    /// <param name="Evenements">Names of the events.</param>
    /// <param name="Etat">"actif", "suspendu" (by a person) or "desactive" (after failures).</param>
    /// <param name="EnEchecDepuis">First failure since the last delivery that went well, or null.</param>
    /// <param name="EnAttente">Deliveries to do.</param>
    /// <param name="Abandonnees">Deliveries given up, that may be replayed.</param>
    internal sealed record WebhookJson(Guid Id, string Url, IReadOnlyList<string> Evenements, string Etat, DateTimeOffset? EnEchecDepuis, int EnAttente, int Abandonnees);

    private sealed record Comptes(Guid Webhook, int EnAttente, int Abandonnees);
}
