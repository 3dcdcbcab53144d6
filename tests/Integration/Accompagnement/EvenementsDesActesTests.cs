using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Comptes.Clients;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>What a client of the API does to acts and appointments reaches the webhook of its organisation, signed, without anybody's name.</summary>
public sealed class EvenementsDesActesTests
{
    private static readonly string[] Attendus =
    [
        "accompagnement.ActiviteEnregistree", "accompagnement.ActiviteModifiee", "accompagnement.ActiviteModifiee", "accompagnement.RendezVousAnnule", "accompagnement.RendezVousDeplace", "accompagnement.RendezVousPris",
    ];

    [Fact]
    public async Task Actes_et_rendez_vous_sont_annonces_au_client_de_l_organisation()
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Webhooks:BoucleLocale"] = "true" } });
        var (client, webhook) = await site.DansAsync(async s =>
        {
            await Personas.AjouterAsync(s.GetRequiredService<FaireAvecDb>(), site.Horloge, CancellationToken.None);
            var gestion = s.GetRequiredService<GestionDesClients>();
            var secret = (await gestion.CreerAsync(null, SiteDesClients.Mediatheque, new ClientDemande { Nom = "Logiciel", Etendues = ["evenements:lire", "activites:ecrire", "rendezvous:ecrire"], Portee = Portee.Organisation, LimiteParSeconde = 1000 }, 365, CancellationToken.None)).Valeur;
            var lu = await gestion.LireAsync(null, secret.Client, CancellationToken.None);
            return (secret, (await s.GetRequiredService<GestionDesWebhooks>().CreerAsync(lu!, destinataire.Adresse, [.. Attendus.Distinct(StringComparer.Ordinal)], CancellationToken.None)).Valeur);
        }, "systeme:commande,systeme:demarrage");
        await Attente.QueAsync("the node to know", () => Attendus.All(e => site.Services.GetRequiredService<EvenementsConnus>().Attendu(e)));

        using var contenu = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client.Client.ToString()), new("client_secret", client.Secret)]);
        using var jetons = await site.Client.PostAsync("/api/v1/jetons", contenu);
        var jeton = JsonDocument.Parse(await jetons.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
        var jour = JourDeParis.De(site.Horloge.Instant);
        var (acte, rendezVous) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var corps = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = acte,
            ["mediateur"] = SiteDesActivites.Camille,
            ["type"] = "individuel",
            ["date"] = $"{jour:yyyy-MM-dd}",
            ["duree_minutes"] = 45,
            ["type_de_lieu"] = "domicile",
            ["commune"] = "42218",
            ["thematiques"] = new[] { "email" },
            ["posture"] = new { faire_a_la_place = 10, faire_avec = 60, faire_faire = 30 },
        };
        await DemanderAsync(site, jeton, HttpMethod.Post, "/api/v1/activites", corps);
        corps["duree_minutes"] = 50;
        await DemanderAsync(site, jeton, HttpMethod.Put, $"/api/v1/activites/{acte}", corps, "\"1\"");
        await DemanderAsync(site, jeton, HttpMethod.Delete, $"/api/v1/activites/{acte}");
        var lieu = await new LieuDeTest().Identifie("lieu-des-evenements").A("Saint-Étienne", "42000", "42218").CreerAsync(site);
        await DemanderAsync(site, jeton, HttpMethod.Post, "/api/v1/rendez-vous", new { id = rendezVous, mediateur = SiteDesActivites.Camille, lieu, date = $"{jour.AddDays(3):yyyy-MM-dd}", heure = "20:00", duree_minutes = 45, prenom = "Solange" });
        var nouveau = await DemanderAsync(site, jeton, HttpMethod.Put, $"/api/v1/rendez-vous/{rendezVous}", new { heure = "21:00" });
        await DemanderAsync(site, jeton, HttpMethod.Put, $"/api/v1/rendez-vous/{nouveau.GetProperty("id").GetGuid()}", new { etat = "annule" });

        await Attente.QueAsync("the deliveries", () => destinataire.Recus.Count >= Attendus.Length);
        Assert.Equal(Attendus, destinataire.Recus.Select(r => r.Evenement).Order(StringComparer.Ordinal));
        Assert.All(destinataire.Recus, r =>
        {
            Assert.True(SignatureDeWebhook.Verifier(webhook.Secret, r.Signature, r.Corps, site.Horloge.Instant, TimeSpan.FromMinutes(5)));
            Assert.Equal(SiteDesClients.Mediatheque, JsonDocument.Parse(r.Corps).RootElement.GetProperty("donnees").GetProperty("Organisation").GetGuid());
            Assert.DoesNotContain("Solange", r.Corps, StringComparison.Ordinal);
            Assert.DoesNotContain(SiteDesActivites.Camille.ToString(), r.Corps, StringComparison.Ordinal);
        });
        Assert.Equal([false, true], destinataire.Recus.Where(r => r.Evenement == "accompagnement.ActiviteModifiee").Select(r => JsonDocument.Parse(r.Corps).RootElement.GetProperty("donnees").GetProperty("Supprimee").GetBoolean()).Order());
    }

    private static async Task<JsonElement> DemanderAsync(ApplicationDeTest site, string jeton, HttpMethod verbe, string adresse, object? corps = null, string? siVersion = null)
    {
        using var requete = new HttpRequestMessage(verbe, adresse) { Content = corps is null ? null : JsonContent.Create(corps) };
        requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
        if (siVersion is not null)
        {
            requete.Headers.TryAddWithoutValidation("If-Match", siVersion);
        }

        using var reponse = await site.Client.SendAsync(requete);
        var texte = await reponse.Content.ReadAsStringAsync();
        Assert.True(reponse.IsSuccessStatusCode, texte);
        return texte.Length == 0 ? default : JsonDocument.Parse(texte).RootElement;
    }
}
