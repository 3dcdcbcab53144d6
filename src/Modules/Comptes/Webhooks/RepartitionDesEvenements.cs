using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>From an event of the outbox to one delivery for each webhook that waits for it and may hear it. In the transaction of the outbox: each is written once.</summary>
internal sealed class RepartitionDesEvenements(FaireAvecDb db, TimeProvider horloge) : IGestionnaireDeTout
{
    public static bool Attendu(IServiceProvider services, string nom) => services.GetRequiredService<EvenementsConnus>().Attendu(nom);

    public async Task TraiterAsync(string nom, string charge, ContexteEvenement contexte, CancellationToken annulation)
    {
        var abonnes = await (
            from w in db.Set<Webhook>()
            join c in db.Set<ClientApi>() on w.Client equals c.Id
            where w.Etat == EtatDeWebhook.Actif && w.Evenements.Contains(nom) && c.RevoqueLe == null && c.Etendues.Contains(DroitsDesComptes.EtendueDesEvenements)
            select new { w.Id, c.Portee, c.Organisation, c.Departements }).ToListAsync(annulation);
        if (abonnes.Count == 0)
        {
            return;
        }

        var donnees = JsonDocument.Parse(charge).RootElement;
        var (maintenant, corps) = (horloge.GetUtcNow(), CorpsDeLivraison.Ecrire(contexte.Id, nom, contexte.Instant, charge));
        foreach (var a in abonnes.Where(a => Concerne(donnees, a.Portee, a.Organisation, a.Departements)))
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO comptes.livraisons_de_webhook (id, webhook, evenement, nom, corps, cree_le, prochain_essai)
                VALUES ({Identifiants.Nouveau(horloge)}, {a.Id}, {contexte.Id}, {nom}, {corps}, {maintenant}, {maintenant}) ON CONFLICT (webhook, evenement) DO NOTHING
                """, annulation);
        }
    }

    /// <summary>A client that was let in on a part hears what says that it is of that part; an event that doesn't say isn't for it.</summary>
    internal static bool Concerne(JsonElement donnees, Portee portee, Guid organisation, string[] departements) => portee switch
    {
        Portee.National => true,
        Portee.Organisation => donnees.TryGetProperty("Organisation", out var o) && o.ValueKind == JsonValueKind.String && o.TryGetGuid(out var id) && id == organisation,
        Portee.Territoire => donnees.TryGetProperty("Departement", out var d) && d.ValueKind == JsonValueKind.String && departements.Contains(d.GetString(), StringComparer.Ordinal),
        _ => false,
    };
}
