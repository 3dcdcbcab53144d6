using System.Text.Json;
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
        var abonnes = await db.Database.SqlQuery<Abonne>($"""
            SELECT w.id AS "Id", c.portee AS "Portee", c.organisation AS "Organisation", c.departements AS "Departements"
            FROM comptes.webhooks w JOIN comptes.clients_api c ON c.id = w.client
            WHERE w.etat = 'Actif' AND {nom} = ANY (w.evenements) AND comptes.client_ecoute(w.client)
            """).ToListAsync(annulation);
        if (abonnes.Count == 0)
        {
            return;
        }

        var donnees = JsonDocument.Parse(charge).RootElement;
        var (maintenant, corps) = (horloge.GetUtcNow(), CorpsDeLivraison.Ecrire(contexte.Id, nom, contexte.Instant, charge));
        foreach (var a in abonnes.Where(a => Concerne(donnees, Enum.Parse<Portee>(a.Portee), a.Organisation, a.Departements)))
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

    /// <param name="Id">The webhook.</param>
    /// <param name="Portee">How far its client goes.</param>
    /// <param name="Organisation">Whose client it is.</param>
    /// <param name="Departements">Its territory.</param>
    private sealed record Abonne(Guid Id, string Portee, Guid Organisation, string[] Departements);
}
