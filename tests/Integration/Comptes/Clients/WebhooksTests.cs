using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Clients;

/// <summary>From an event to the receiver: signed, tried again, replayed, stopped.</summary>
public sealed class WebhooksTests
{
    private const string Evenement = "cartographie.LieuRetire";

    [Fact]
    public async Task Un_evenement_arrive_signe_une_fois_a_qui_l_attend()
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        await using var site = await SiteAsync();
        var client = await ClientAsync(site, Portee.National);
        var (_, secret) = await WebhookAsync(site, client, destinataire.Adresse);
        // Two that don't concern it: another event, and a client that was let in on its organisation alone.
        var etroit = await ClientAsync(site, Portee.Organisation);
        await WebhookAsync(site, etroit, destinataire.Adresse);
        await PublierAsync(site, "lieu-1");

        await Attente.QueAsync("the delivery", () => !destinataire.Recus.IsEmpty);
        await Attente.QueAsync("its mark", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook WHERE recue_le IS NOT NULL") == 1);
        var recu = Assert.Single(destinataire.Recus);
        Assert.Equal(Evenement, recu.Evenement);
        var corps = JsonDocument.Parse(recu.Corps).RootElement;
        Assert.Equal(["id", "nom", "instant", "donnees"], corps.EnumerateObject().Select(p => p.Name));
        Assert.Equal("lieu-1", corps.GetProperty("donnees").GetProperty("Lieu").GetString());
        Assert.True(SignatureDeWebhook.Verifier(secret, recu.Signature, recu.Corps, site.Horloge.Instant, TimeSpan.FromMinutes(5)));
        Assert.Equal(1, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook"));
        // Neither the row nor the journal shows the secret.
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.webhooks WHERE secret LIKE '%' || $1 || '%'", secret));
    }

    [Fact]
    public async Task Personne_n_attend_rien_n_est_ecrit()
    {
        await using var site = await SiteAsync();
        await Attente.QueAsync("the node to know", () => !site.Services.GetRequiredService<EvenementsConnus>().Attendu(Evenement));
        await PublierAsync(site, "lieu-1");
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.livraisons"));
    }

    [Fact]
    public async Task Un_echec_est_retente_avec_des_delais_qui_grandissent_puis_se_rejoue()
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        await using var site = await SiteAsync();
        var client = await ClientAsync(site, Portee.National);
        var (webhook, _) = await WebhookAsync(site, client, destinataire.Adresse);
        // So that it isn't stopped in the middle.
        await site.Base.ExecuterAsync("INSERT INTO noyau.parametres VALUES ('comptes.webhooks_jours_d_echec', '2026-11-18', 365, 'essai')");
        destinataire.Statut = 500;
        await PublierAsync(site, "lieu-1");
        for (var essai = 1; essai <= EssaisDeLivraison.Max; essai++)
        {
            await EssaiAsync(site, destinataire, essai);
        }

        Assert.Equal("Le destinataire a répondu 500.", await site.Base.LireAsync<string>("SELECT erreur FROM comptes.livraisons_de_webhook WHERE prochain_essai IS NULL AND recue_le IS NULL"));
        // All the bodies are the same, byte for byte; each try is signed at its instant.
        Assert.Single(destinataire.Recus.Select(r => r.Corps).Distinct());
        Assert.Equal(EssaisDeLivraison.Max, destinataire.Recus.Select(r => r.Signature).Distinct().Count());

        destinataire.Statut = 204;
        Assert.Equal(1, await SurAsync(site, webhook, (g, w) => g.RejouerAsync(w, null, CancellationToken.None), "administrateur"));
        await Attente.QueAsync("the replay", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook WHERE recue_le IS NOT NULL AND statut = 204") == 1);
        await Attente.QueAsync("the clean slate", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.webhooks WHERE en_echec_depuis IS NOT NULL") == 0);
    }

    [Fact]
    public async Task Cinq_jours_d_echecs_l_arretent_et_il_reprend_ou_il_en_etait()
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        await using var site = await SiteAsync();
        var (webhook, _) = await WebhookAsync(site, await ClientAsync(site, Portee.National), destinataire.Adresse);
        destinataire.Statut = 503;
        await PublierAsync(site, "lieu-1");
        for (var essai = 1; essai <= 6; essai++)
        {
            Assert.Equal("Actif", await site.Base.LireAsync<string>("SELECT etat FROM comptes.webhooks"));
            await EssaiAsync(site, destinataire, essai);
        }

        Assert.Equal("Desactive", await site.Base.LireAsync<string>("SELECT etat FROM comptes.webhooks"));
        await site.Services.GetRequiredService<LivraisonDesWebhooks>().LivrerAsync(CancellationToken.None);
        Assert.Equal(6, destinataire.Recus.Count);
        destinataire.Statut = 200;
        Assert.True((await SurAsync(site, webhook, (g, w) => g.PasserAsync(w, EtatDeWebhook.Actif, CancellationToken.None), "systeme:commande")).Reussi);
        await Attente.QueAsync("the delivery that waited", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook WHERE recue_le IS NOT NULL") == 1);
    }

    [Fact]
    public async Task Un_410_arrete_le_webhook_et_previent_son_responsable()
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        destinataire.Statut = 410;
        await using var site = await SiteAsync();
        var client = await ClientAsync(site, Portee.National);
        await site.Base.ExecuterAsync("UPDATE comptes.clients_api SET responsable = $1", Personas.IdDe("compte:gestionnaire_structure"));
        await WebhookAsync(site, client, destinataire.Adresse);
        await PublierAsync(site, "lieu-1");
        await Attente.QueAsync("the stop", async () => await site.Base.LireAsync<string>("SELECT etat FROM comptes.webhooks") == "Desactive");
        var courrier = Path.Combine(site.Dossier, "courrier");
        await Attente.QueAsync("the mail", () => Directory.Exists(courrier) && Directory.EnumerateFiles(courrier, "*.eml", SearchOption.AllDirectories).Any());
        var message = await File.ReadAllTextAsync(Directory.EnumerateFiles(courrier, "*.eml", SearchOption.AllDirectories).Single());
        Assert.Contains("gestionnaire-structure@example.org", message, StringComparison.Ordinal);
        // What is told while it is stopped isn't kept for it.
        await PublierAsync(site, "lieu-2");
        Assert.Single(destinataire.Recus);
    }

    [Fact]
    public async Task Un_destinataire_lent_ne_retient_pas_les_autres()
    {
        await using var lent = await Destinataire.DemarrerAsync();
        await using var autre = await Destinataire.DemarrerAsync();
        lent.Attente = TimeSpan.FromSeconds(6);
        await using var site = await SiteAsync();
        var client = await ClientAsync(site, Portee.National);
        await WebhookAsync(site, client, lent.Adresse);
        await WebhookAsync(site, client, autre.Adresse);
        var debut = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 12; i++)
        {
            await PublierAsync(site, $"lieu-{i}");
        }

        // Four at a time to each: the quick one would need three turns, that the slow one made last six seconds each.
        await Attente.QueAsync("all that the quick one waits for", () => autre.Recus.Count == 12);
        Assert.True(debut.Elapsed < lent.Attente, $"The quick one had everything after {debut.Elapsed}.");
    }

    [Theory]
    [InlineData("UPDATE comptes.clients_api SET revoque_le = now()")]
    [InlineData("UPDATE comptes.clients_api SET etendues = '{}'")]
    [InlineData("UPDATE comptes.organisations SET fermee_le = now()")]
    public async Task Un_acces_retire_n_est_plus_prevenu_de_rien_ni_de_ce_qui_attendait(string retrait)
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        await using var site = await SiteAsync();
        await WebhookAsync(site, await ClientAsync(site, Portee.National), destinataire.Adresse);
        destinataire.Statut = 500;
        await PublierAsync(site, "lieu-1");
        await EssaiAsync(site, destinataire, 1);
        destinataire.Statut = 204;
        await site.Base.ExecuterAsync(retrait);
        await Attente.QueAsync("the end of what waited", async () =>
        {
            await site.Services.GetRequiredService<LivraisonDesWebhooks>().LivrerAsync(CancellationToken.None);
            return await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook WHERE prochain_essai IS NULL AND recue_le IS NULL") == 1;
        });
        Assert.Equal(LivraisonDesWebhooks.AccesRetire, await site.Base.LireAsync<string>("SELECT erreur FROM comptes.livraisons_de_webhook"));
        await PublierAsync(site, "lieu-2");
        await Attente.QueAsync("the outbox", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.livraisons WHERE livree_le IS NULL AND morte_le IS NULL") == 0);
        Assert.Equal(1, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook"));
        Assert.Single(destinataire.Recus);
    }

    [Theory]
    [InlineData(302, "http://169.254.169.254/latest/meta-data/", "Le destinataire renvoie ailleurs (302). Donnez l’adresse finale.")]
    [InlineData(404, null, "Le destinataire a répondu 404.")]
    public async Task Ni_redirection_ni_erreur_ne_vaut_reception(int statut, string? vers, string phrase)
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        (destinataire.Statut, destinataire.Vers) = (statut, vers);
        using var envoi = new EnvoiDeWebhook(Configuration(true), new HorlogeFactice());
        var resultat = await envoi.EnvoyerAsync(destinataire.Adresse, ["secret"], Guid.Empty, "essai", "{}", CancellationToken.None);
        Assert.Equal((IssueDeLivraison.Ratee, statut, phrase), (resultat.Issue, resultat.Statut, resultat.Erreur));
        Assert.Single(destinataire.Recus);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1/x", "Cette adresse mène à un réseau privé : elle est refusée.")]
    [InlineData("https://localhost:1/x", "Cette adresse mène à un réseau privé : elle est refusée.")]
    [InlineData("https://[::ffff:10.0.0.1]/x", "Cette adresse mène à un réseau privé : elle est refusée.")]
    [InlineData("https://169.254.169.254/x", "Cette adresse mène à un réseau privé : elle est refusée.")]
    [InlineData("https://100.64.0.1/x", "Cette adresse mène à un réseau privé : elle est refusée.")]
    [InlineData("https://[fd00::1]/x", "Cette adresse mène à un réseau privé : elle est refusée.")]
    [InlineData("https://nulle-part.invalid/x", "Le destinataire est injoignable.")]
    public async Task Une_adresse_privee_n_est_jamais_appelee(string url, string phrase)
    {
        using var envoi = new EnvoiDeWebhook(Configuration(false), new HorlogeFactice());
        var resultat = await envoi.EnvoyerAsync(url, ["secret"], Guid.Empty, "essai", "{}", CancellationToken.None);
        Assert.Equal((IssueDeLivraison.Ratee, phrase), (resultat.Issue, resultat.Erreur));
    }

    [Fact]
    public async Task Les_pages_ajoutent_essaient_suspendent_et_rejouent()
    {
        await using var destinataire = await Destinataire.DemarrerAsync();
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Webhooks:BoucleLocale"] = "true" } });
        var client = await ClientAsync(site, Portee.Organisation);
        var sans = await ClientAsync(site, Portee.Organisation);
        var pages = $"/administration/clients/{client.Client}/webhooks";
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetStatutAsync(pages)).Statut);
        using var mediateur = site.NouveauClient();
        (await mediateur.GetAsync("/demo/connexion/mediateur")).Dispose();
        using var gestionnaire = site.NouveauClient();
        (await gestionnaire.GetAsync("/demo/connexion/gestionnaire_structure")).Dispose();
        foreach (var adresse in (string[])[pages, $"{pages}/nouveau"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await mediateur.GetStatutAsync(adresse)).Statut);
            Assert.Equal(HttpStatusCode.NotFound, (await gestionnaire.GetStatutAsync(adresse.Replace(client.Client.ToString(), Guid.Empty.ToString(), StringComparison.Ordinal))).Statut);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await gestionnaire.GetStatutAsync($"{pages}/{Guid.Empty}")).Statut);
        var formulaire = await gestionnaire.LirePageAsync($"{pages}/nouveau");
        foreach (var (url, evenement) in ((string, string)[])[("http://logiciel.example/x", Evenement), ("ftp://x", Evenement), ("https://a:b@logiciel.example/", Evenement), (destinataire.Adresse, "rien.DuTout"), (new string('x', 5000), Evenement)])
        {
            using var refus = await gestionnaire.EnvoyerPremierAsync($"{pages}/nouveau", formulaire, ("Adresse", url), ("Evenements", evenement));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
            Assert.Equal(url, (await refus.LirePageAsync()).QuerySelector("input[name=Adresse]")!.GetAttribute("value"));
        }

        using var fait = await gestionnaire.EnvoyerPremierAsync($"{pages}/nouveau", formulaire, ("Adresse", destinataire.Adresse), ("Evenements", Evenement));
        await AssertPage.StatutAsync(HttpStatusCode.OK, fait);
        var cree = await fait.LirePageAsync();
        var (secret, lien) = (cree.QuerySelector("[data-secret]")!.TextContent, cree.QuerySelector("main a.fa-bouton")!.GetAttribute("href")!);
        var page = await gestionnaire.LirePageAsync(lien);
        using var essai = await gestionnaire.EnvoyerLeAsync(lien, Formulaire(page, "Essai"));
        Assert.EndsWith("?fait=essai", essai.Headers.Location!.ToString(), StringComparison.Ordinal);
        await Attente.QueAsync("the trial", () => !destinataire.Recus.IsEmpty);
        var recu = destinataire.Recus.Single();
        Assert.Equal("essai", recu.Evenement);
        Assert.True(SignatureDeWebhook.Verifier(secret, recu.Signature, recu.Corps, site.Horloge.Instant, TimeSpan.FromMinutes(5)));
        Assert.False(SignatureDeWebhook.Verifier(secret, recu.Signature, recu.Corps + " ", site.Horloge.Instant, TimeSpan.FromMinutes(5)));
        Assert.False(SignatureDeWebhook.Verifier(secret, recu.Signature, recu.Corps, site.Horloge.Instant.AddMinutes(6), TimeSpan.FromMinutes(5)));
        await Attente.QueAsync("the mark", async () => (await gestionnaire.LirePageAsync(lien)).Body!.TextContent.Contains("Reçue (200)", StringComparison.Ordinal));

        page = await gestionnaire.LirePageAsync(lien);
        using var rejoue = await gestionnaire.EnvoyerLeAsync(lien, Formulaire(page, "Rejouer"));
        await Attente.QueAsync("the replay", () => destinataire.Recus.Count == 2);
        Assert.Equal(recu.Corps, destinataire.Recus.Last().Corps);

        // A new secret: both sign for a week, then the new one alone.
        using var renouvele = await gestionnaire.EnvoyerLeAsync(lien, Formulaire(await gestionnaire.LirePageAsync(lien), "Secret"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, renouvele);
        var nouveau = (await renouvele.LirePageAsync()).QuerySelector("[data-secret]")!.TextContent;
        Assert.NotEqual(secret, nouveau);
        Assert.DoesNotContain(nouveau, (await gestionnaire.LirePageAsync(lien)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(new[] { true, true }, await SignesAsync(3, secret, nouveau));
        site.Horloge.Avancer(TimeSpan.FromDays(Webhook.ChevauchementJours));
        Assert.Equal(new[] { false, true }, await SignesAsync(4, secret, nouveau));

        async Task<bool[]> SignesAsync(int rang, params string[] par)
        {
            await site.DansAsync(
                async s =>
                {
                    await s.GetRequiredService<GestionDesWebhooks>().EssayerAsync(await s.GetRequiredService<FaireAvecDb>().Set<Webhook>().SingleAsync(w => w.Client == client.Client), CancellationToken.None);
                    return 0;
                },
                "administrateur");
            await Attente.QueAsync("the trial", () => destinataire.Recus.Count == rang);
            var dernier = destinataire.Recus.Last();
            return [.. par.Select(p => SignatureDeWebhook.Verifier(p, dernier.Signature, dernier.Corps, site.Horloge.Instant, TimeSpan.FromMinutes(5)))];
        }
        // A week later the session is over: one signs in again.
        using var revenu = await site.ClientDeAsync(Role.GestionnaireStructure);
        page = await revenu.LirePageAsync(lien);
        using var suspendu = await revenu.EnvoyerLeAsync(lien, Formulaire(page, "Suspendre"));
        AssertPage.Dit(await revenu.LirePageAsync(suspendu.Headers.Location!.ToString()), "Le webhook est suspendu.");
        // Wrong state: a second try changes nothing and says nothing.
        using var encore = await revenu.EnvoyerLeAsync(lien, Formulaire(page, "Suspendre"));
        Assert.Equal(lien, encore.Headers.Location!.ToString());

        // The client sees it by the API, and only its own.
        var jeton = await JetonAsync(site, client);
        using var requete = new HttpRequestMessage(HttpMethod.Get, "/api/v1/webhooks");
        requete.Headers.Authorization = new("Bearer", jeton);
        using var api = await site.Client.SendAsync(requete);
        await AssertPage.StatutAsync(HttpStatusCode.OK, api);
        var seul = Assert.Single(JsonDocument.Parse(await api.Content.ReadAsStringAsync()).RootElement.GetProperty("webhooks").EnumerateArray());
        Assert.Equal("suspendu", seul.GetProperty("etat").GetString());
        using var autre = new HttpRequestMessage(HttpMethod.Get, "/api/v1/webhooks");
        autre.Headers.Authorization = new("Bearer", await JetonAsync(site, sans));
        using var vide = await site.Client.SendAsync(autre);
        Assert.Equal("{\"webhooks\":[]}", await vide.Content.ReadAsStringAsync());
    }

    /// <summary>Lets one try be made and written, then more than the longest delay pass.</summary>
    private static async Task EssaiAsync(ApplicationDeTest site, Destinataire destinataire, int essai)
    {
        var bail = site.Horloge.Instant.AddMinutes(2).UtcDateTime;
        await Attente.QueAsync($"try {essai}", async () =>
        {
            await site.Services.GetRequiredService<LivraisonDesWebhooks>().LivrerAsync(CancellationToken.None);
            return await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.livraisons_de_webhook WHERE essais = $1 AND statut IS NOT NULL AND prochain_essai IS DISTINCT FROM $2", essai, bail) == 1;
        });
        Assert.Equal(essai, destinataire.Recus.Count);
        site.Horloge.Avancer(TimeSpan.FromHours(25));
    }

    private static IHtmlFormElement Formulaire(IHtmlDocument page, string geste) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.EndsWith($"handler={geste}", StringComparison.Ordinal));

    private static Microsoft.Extensions.Configuration.IConfiguration Configuration(bool locale) => new Microsoft.Extensions.Configuration.ConfigurationBuilder().Add(new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [new("Webhooks:BoucleLocale", locale ? "true" : "false")] }).Build();

    private static Task<ApplicationDeTest> SiteAsync() => ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Webhooks:BoucleLocale"] = "true" } });

    private static Task<SecretDonne> ClientAsync(ApplicationDeTest site, Portee portee) => site.DansAsync(async s =>
    {
        await Personas.AjouterAsync(s.GetRequiredService<FaireAvecDb>(), site.Horloge, CancellationToken.None);
        var demande = new ClientDemande { Nom = "Logiciel", Etendues = ["evenements:lire"], Portee = portee };
        return (await s.GetRequiredService<GestionDesClients>().CreerAsync(null, SiteDesClients.Mediatheque, demande, 365, CancellationToken.None)).Valeur;
    }, "systeme:commande,systeme:demarrage");

    private static async Task<(Guid Webhook, string Secret)> WebhookAsync(ApplicationDeTest site, SecretDonne client, string url)
    {
        var webhook = await site.DansAsync(async s =>
        {
            var lu = await s.GetRequiredService<GestionDesClients>().LireAsync(null, client.Client, CancellationToken.None);
            return (await s.GetRequiredService<GestionDesWebhooks>().CreerAsync(lu!, url, [Evenement], CancellationToken.None)).Valeur;
        }, "systeme:commande");
        await Attente.QueAsync("the node to know", () => site.Services.GetRequiredService<EvenementsConnus>().Attendu(Evenement));
        return webhook;
    }

    private static Task<T> SurAsync<T>(ApplicationDeTest site, Guid webhook, Func<GestionDesWebhooks, Webhook, Task<T>> action, string role) => site.DansAsync(async s =>
        await action(s.GetRequiredService<GestionDesWebhooks>(), await s.GetRequiredService<FaireAvecDb>().Set<Webhook>().SingleAsync(w => w.Id == webhook)), role);

    private static Task<int> PublierAsync(ApplicationDeTest site, string lieu) => site.AvecBaseAsync(async db =>
    {
        db.Publier(new LieuRetire(lieu, site.Horloge.Instant));
        return await db.SaveChangesAsync();
    });

    private static async Task<string> JetonAsync(ApplicationDeTest site, SecretDonne secret)
    {
        using var contenu = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", secret.Client.ToString()), new("client_secret", secret.Secret)]);
        using var reponse = await site.Client.PostAsync("/api/v1/jetons", contenu);
        return JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
    }
}
