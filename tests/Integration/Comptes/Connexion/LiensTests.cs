using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using FaireAvec.Comptes.Domain;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>Links by e-mail: the same answer for everybody, one use, ten minutes, one browser.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class LiensTests(SiteDeConnexion site)
{
    [Fact]
    public async Task La_reponse_est_la_meme_que_l_adresse_soit_connue_ou_non()
    {
        var compte = await site.CompteAsync();
        var corps = new List<string>();
        foreach (var courriel in (string[])[compte.Courriel, $"inconnue.{Guid.CreateVersion7():N}@example.org"])
        {
            var (client, _) = site.Visiteur();
            using var reponse = await SiteDeConnexion.DemanderUnLienAsync(client, courriel);
            Assert.Equal("/connexion?envoye=true", SiteDeConnexion.Vers(reponse));
            var page = await client.LirePageAsync("/connexion?envoye=true");
            AssertPage.H1(page, "Regardez vos courriels");
            corps.Add(AssertPage.Texte(page.QuerySelector("main")!));
        }

        Assert.Equal(corps[0], corps[1]);
        await site.Courrier.AttendreAsync(compte.Courriel, "lien de connexion");
        await Attente.QueAsync("every mail is dealt with", () => site.LireAsync(async db => !await db.Set<Lettre>().AnyAsync(l => l.Contenu != null)));
        Assert.DoesNotContain(site.Courrier.Recus, m => m.A.StartsWith("inconnue.", StringComparison.Ordinal));
    }

    /// <summary>
    /// What gates: the same commands go to the database in the same order for an address that is known and for one that isn't. The times of 120 requests of
    /// each kind are printed; only a difference that no noise explains would fail.
    /// </summary>
    [Fact]
    public async Task Le_chemin_est_le_meme_que_l_adresse_soit_connue_ou_non()
    {
        const int Nombre = 120;
        var connues = new List<string>();
        for (var i = 0; i < Nombre; i++)
        {
            connues.Add((await site.CompteAsync()).Courriel);
        }

        var commandes = new ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>>();
        using var ecoute = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                if (a.Source.Name == "Npgsql" && (a.GetTagItem("db.query.text") ?? a.GetTagItem("db.statement")) is string sql)
                {
                    commandes.GetOrAdd(a.TraceId, _ => new ConcurrentQueue<string>()).Enqueue(sql);
                }
            },
        };
        ActivitySource.AddActivityListener(ecoute);
        var (client, _) = site.Visiteur();
        var page = await client.LirePageAsync("/connexion");
        var durees = (Connues: new List<double>(), Inconnues: new List<double>());
        var chemins = (Connues: new HashSet<string>(StringComparer.Ordinal), Inconnues: new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < Nombre * 2; i++)
        {
            var connue = i % 2 == 0;
            using var activite = new Activity("essai").SetIdFormat(ActivityIdFormat.W3C).Start();
            activite.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            var chrono = Stopwatch.StartNew();
            using var reponse = await SiteDeConnexion.EnvoyerAsync(client, page, "/connexion", ("Courriel", connue ? connues[i / 2] : $"inconnue.{Guid.CreateVersion7():N}@example.org"));
            (connue ? durees.Connues : durees.Inconnues).Add(chrono.Elapsed.TotalMilliseconds);
            Assert.Equal("/connexion?envoye=true", SiteDeConnexion.Vers(reponse));
            (connue ? chemins.Connues : chemins.Inconnues).Add(string.Join("\n", commandes.GetValueOrDefault(activite.TraceId) ?? []));
        }

        Assert.Equal(chemins.Connues.Order(StringComparer.Ordinal), chemins.Inconnues.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(chemins.Connues, c => c.Length == 0 || c.Contains("comptes.comptes", StringComparison.Ordinal));
        var (a, b) = (Mediane(durees.Connues), Mediane(durees.Inconnues));
        TestContext.Current.SendDiagnosticMessage($"known: median {a:0.00} ms; unknown: median {b:0.00} ms; {Nombre} each");
        Assert.InRange(Math.Max(a, b) / Math.Min(a, b), 1, 5);

        static double Mediane(List<double> l) => l.Order().ElementAt(l.Count / 2);
    }

    [Fact]
    public async Task Une_adresse_qui_n_en_est_pas_une_se_dit_et_reste_ecrite()
    {
        var (client, _) = site.Visiteur();
        foreach (var saisie in (string[])["", "pas une adresse", "a@b", new string('a', 5000), "a@example.org\r\nBcc: b@example.org"])
        {
            using var reponse = await SiteDeConnexion.DemanderUnLienAsync(client, saisie);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            var page = await reponse.LirePageAsync();
            AssertPage.Erreurs(page, "Cette adresse électronique n’est pas valable. Exemple : prenom.nom@example.org");
        }
    }

    [Fact]
    public async Task Regarder_le_lien_ne_l_utilise_pas()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        var lien = await site.LienAsync(client, compte.Courriel);
        for (var i = 0; i < 20; i++)
        {
            AssertPage.H1(await client.LirePageAsync(lien), "Continuer la connexion");
        }

        using var reponse = await SiteDeConnexion.UtiliserAsync(client, lien);
        Assert.Equal("/connexion/facteur", SiteDeConnexion.Vers(reponse));
    }

    [Fact]
    public async Task Deux_cents_clics_au_meme_instant_un_seul_reussit()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        var lien = await site.LienAsync(client, compte.Courriel);
        var page = await client.LirePageAsync(lien);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var reponse = await SiteDeConnexion.EnvoyerAsync(client, page, lien);
            return SiteDeConnexion.Vers(reponse);
        }));
        Assert.Single(reponses, r => r == "/connexion/facteur");
        Assert.Equal(199, reponses.Count(r => r is "410" or "409"));
    }

    [Fact]
    public async Task Un_lien_rejoue_perime_ou_inconnu_est_refuse_avec_une_phrase()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        var lien = await site.LienAsync(client, compte.Courriel);
        var page = await client.LirePageAsync(lien);
        (await SiteDeConnexion.EnvoyerAsync(client, page, lien)).Dispose();
        await RefuserAsync(client, lien, page, HttpStatusCode.Gone, "Ce lien a déjà servi.");

        var (autre, _) = site.Visiteur();
        var perime = await site.LienAsync(autre, compte.Courriel, 2);
        var pagePerimee = await autre.LirePageAsync(perime);
        site.Horloge.Avancer(TimeSpan.FromMinutes(10));
        await RefuserAsync(autre, perime, pagePerimee, HttpStatusCode.Gone, "il a trop attendu");

        foreach (var jeton in (string[])["x", new string('A', 43), "%C3%A9", new string('a', 3000)])
        {
            using var reponse = await client.GetAsync($"/connexion/lien/{jeton}");
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        }
    }

    [Fact]
    public async Task Un_lien_ouvert_dans_un_autre_navigateur_est_refuse_et_reste_bon_dans_le_sien()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        var lien = await site.LienAsync(client, compte.Courriel);
        var (autre, _) = site.Visiteur();
        var jeton = await autre.LirePageAsync("/connexion");
        await RefuserAsync(autre, lien, jeton, HttpStatusCode.Conflict, "autre navigateur");
        using var reponse = await SiteDeConnexion.UtiliserAsync(client, lien);
        Assert.Equal("/connexion/facteur", SiteDeConnexion.Vers(reponse));
    }

    [Fact]
    public async Task Un_compte_suspendu_entre_temps_n_entre_pas_et_son_courriel_le_dit()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        var lien = await site.LienAsync(client, compte.Courriel);
        var page = await client.LirePageAsync(lien);
        await site.Application.AvecBaseAsync(
            async db =>
            {
                (await db.Set<Compte>().SingleAsync(c => c.Id == compte.Id)).Passer(EtatDeCompte.Suspendu, site.Horloge.Instant);
                return await db.SaveChangesAsync();
            },
            "systeme:commande");
        await RefuserAsync(client, lien, page, HttpStatusCode.Conflict, "fermé ou suspendu");
        (await SiteDeConnexion.DemanderUnLienAsync(site.Visiteur().Client, compte.Courriel)).Dispose();
        await site.Courrier.AttendreAsync(compte.Courriel, "suspendu");
    }

    [Fact]
    public async Task Qui_demande_trop_de_liens_attend_et_personne_d_autre()
    {
        var compte = await site.CompteAsync();
        var (client, _) = site.Visiteur();
        for (var i = 0; i < Frein.Libres; i++)
        {
            (await SiteDeConnexion.DemanderUnLienAsync(client, compte.Courriel)).Dispose();
        }

        using var reponse = await SiteDeConnexion.DemanderUnLienAsync(client, compte.Courriel);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "Vous avez demandé plusieurs liens");
        var autre = await site.CompteAsync();
        await site.LienAsync(client, autre.Courriel);
        site.Horloge.Avancer(Frein.PremiereAttente);
        await site.LienAsync(client, compte.Courriel, 6);
    }

    [Fact]
    public async Task La_page_parle_anglais_a_qui_le_demande()
    {
        var (client, _) = site.Visiteur();
        (await client.GetAsync("/langue?vers=en&retour=/connexion")).Dispose();
        var page = await client.LirePageAsync("/connexion");
        AssertPage.H1(page, "Sign in");
        using var reponse = await client.GetAsync($"/connexion/lien/{new string('A', 43)}");
        Assert.Contains("This link isn’t valid", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ailleurs.example/", "/espace")]
    [InlineData("//ailleurs.example/", "/espace")]
    [InlineData("/mon-compte", "/mon-compte")]
    public async Task On_ne_revient_qu_a_une_page_du_site(string retour, string attendu)
    {
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        var (client, _) = site.Visiteur();
        await site.EntrerAsync(client, compte.Courriel, 1, ("retour", retour));
        using var reponse = await SiteDeConnexion.RemplirAsync(client, "/connexion/facteur", null, ("Code", site.Code(graine)));
        Assert.Equal(attendu, SiteDeConnexion.Vers(reponse));
    }

    // Looking and pressing both say why, with the status that goes with it.
    private static async Task RefuserAsync(HttpClient client, string lien, AngleSharp.Html.Dom.IHtmlDocument pageAvecJeton, HttpStatusCode statut, string phrase)
    {
        using var vu = await client.GetAsync(lien);
        await AssertPage.StatutAsync(statut, vu);
        AssertPage.Dit(await vu.LirePageAsync(), phrase);
        var jeton = pageAvecJeton.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var contenu = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", jeton)]);
        using var presse = await client.PostAsync(lien, contenu);
        await AssertPage.StatutAsync(statut, presse);
    }
}
