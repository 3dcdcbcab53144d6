using System.Net;
using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>What browsers and caches keep, and for how long (ADR 0024).</summary>
public sealed partial class CachesTests(ApplicationAvecDonnees site) : IClassFixture<ApplicationAvecDonnees>
{
    private const string PourToujours = "public, max-age=31536000, immutable";

    /// <summary>Pages that anybody reads, without a form to send.</summary>
    public static TheoryData<string> Pages => ["/", "/lieux?commune=42218", "/lieux?q=mairie", "/territoires", "/territoires/commune/saint-etienne-42218", "/comprendre", "/contact", "/donnees-ouvertes", "/plan-du-site", "/publications"];

    public static TheoryData<string> Fichiers => ["/robots.txt", "/sitemap.xml", "/sitemap-1.xml", "/openapi/v1.json"];

    [Fact]
    public async Task Un_fichier_du_theme_demande_par_son_empreinte_est_garde_un_an()
    {
        var page = await site.Client.LirePageAsync("/");
        var adresses = page.QuerySelectorAll("link[href^='/ui/'], script[src^='/ui/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        var feuille = await site.Client.GetStringAsync(adresses.Single(a => a.StartsWith("/ui/site.css?v=", StringComparison.Ordinal)));
        var polices = Polices().Matches(feuille).Select(m => $"/ui/{m.Value}").ToList();
        Assert.Equal(2, polices.Count);
        // The page asks early for the font that its style sheet will name: by the same address, or it would be loaded twice.
        Assert.Contains(page.QuerySelector("link[rel=preload]")!.GetAttribute("href")!, polices);
        foreach (var adresse in adresses.Concat(polices).Concat(site.Services.GetRequiredService<VersionHorsLigne>().Fichiers.Where(f => f.Contains("?v=", StringComparison.Ordinal))))
        {
            Assert.Contains("?v=", adresse, StringComparison.Ordinal);
            using var reponse = await site.Client.GetAsync(adresse);
            await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
            Assert.Equal((adresse, PourToujours), (adresse, Cache(reponse)));
            using var demande = new HttpRequestMessage(HttpMethod.Get, adresse);
            demande.Headers.IfNoneMatch.Add(reponse.Headers.ETag!);
            demande.Headers.Add("Accept-Encoding", "identity");
            using var encore = await site.Client.SendAsync(demande);
            Assert.Equal((HttpStatusCode.NotModified, PourToujours), (encore.StatusCode, Cache(encore)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?v=")]
    [InlineData("?v=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?v={0}&v={0}")]
    [InlineData("?v={0}x")]
    [InlineData("?w={0}")]
    public async Task Sans_la_bonne_empreinte_il_est_compare_a_chaque_fois(string requete)
    {
        var bonne = (await site.Client.LirePageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.Split("?v=")[1];
        using var reponse = await site.Client.GetAsync("/ui/site.css" + string.Format(System.Globalization.CultureInfo.InvariantCulture, requete, bonne));
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Equal("no-cache", Cache(reponse));
        Assert.NotNull(reponse.Headers.ETag);
        using var absente = await site.Client.GetAsync($"/ui/absente.css?v={bonne}");
        Assert.DoesNotContain("immutable", Cache(absente), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Une_page_deja_lue_n_est_pas_renvoyee_a_qui_n_est_pas_connecte(string adresse)
    {
        using var premiere = await site.Client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.OK, premiere);
        Assert.True(premiere.Headers.ETag?.IsWeak);
        Assert.True(premiere.Headers.CacheControl is { Private: true, Public: false });
        Assert.Contains("Cookie", premiere.Headers.Vary);

        foreach (var verbe in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var demande = new HttpRequestMessage(verbe, adresse);
            demande.Headers.IfNoneMatch.Add(premiere.Headers.ETag!);
            using var encore = await site.NouveauClient().SendAsync(demande);
            Assert.Equal(HttpStatusCode.NotModified, encore.StatusCode);
            Assert.Equal((premiere.Headers.ETag, Cache(premiere)), (encore.Headers.ETag, Cache(encore)));
            Assert.Contains("Cookie", encore.Headers.Vary);
            Assert.Empty(await encore.Content.ReadAsByteArrayAsync());
        }

        // Another version isn't this one.
        using var autre = new HttpRequestMessage(HttpMethod.Get, adresse);
        autre.Headers.Add("If-None-Match", "W/\"autre\", \"encore\"");
        using var entiere = await site.Client.SendAsync(autre);
        Assert.Equal(HttpStatusCode.OK, entiere.StatusCode);
        Assert.Equal(await premiere.Content.ReadAsStringAsync(), await entiere.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task La_page_d_un_lieu_change_d_etiquette_avec_la_langue()
    {
        var id = await new LieuDeTest().Nomme("Lieu gardé").CreerAsync(site);
        using var client = site.NouveauClient();
        var (adresse, avant) = ($"/lieux/lieu-garde-{id}", await EtiquetteAsync(client, $"/lieux/lieu-garde-{id}"));
        Assert.Equal(avant, await EtiquetteAsync(client, adresse));
        using var langue = await client.GetAsync("/langue?vers=en&retour=/");
        Assert.NotEqual(avant, await EtiquetteAsync(client, adresse));
        using var retour = await client.GetAsync("/langue?vers=fr&retour=/");
        Assert.Equal(avant, await EtiquetteAsync(client, adresse));
    }

    [Fact]
    public async Task Ni_un_formulaire_a_envoyer_ni_une_erreur_ni_une_session_ne_sont_gardes()
    {
        var id = await new LieuDeTest().Nomme("Lieu à signaler").CreerAsync(site);
        using var mediateur = await site.ClientDeAsync(Role.Mediateur);
        foreach (var (client, adresse) in new[] { (site.Client, $"/lieux/lieu-a-signaler-{id}/signaler"), (site.Client, "/connexion"), (mediateur, "/"), (mediateur, "/comprendre"), (mediateur, $"/lieux/lieu-a-signaler-{id}") })
        {
            using var reponse = await client.GetAsync(adresse);
            await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
            Assert.Null(reponse.Headers.ETag);
            Assert.True(reponse.Headers.CacheControl is { NoStore: true, Public: false }, adresse);
        }

        foreach (var adresse in (string[])["/nulle-part", "/lieux/rien-rien", "/lieux?rayon_km=-1", "/espace"])
        {
            using var reponse = await site.NouveauClient().GetAsync(adresse);
            Assert.NotEqual(HttpStatusCode.OK, reponse.StatusCode);
            Assert.Null(reponse.Headers.ETag);
            Assert.False(reponse.Headers.CacheControl?.Public ?? false, adresse);
        }
    }

    [Fact]
    public async Task Qui_se_connecte_ne_revoit_pas_la_page_d_avant()
    {
        using var avant = await site.Client.GetAsync("/comprendre");
        using var mediateur = await site.ClientDeAsync(Role.Mediateur);
        using var demande = new HttpRequestMessage(HttpMethod.Get, "/comprendre");
        demande.Headers.IfNoneMatch.Add(avant.Headers.ETag!);
        using var apres = await mediateur.SendAsync(demande);
        Assert.Equal(HttpStatusCode.OK, apres.StatusCode);
        Assert.NotNull((await apres.LirePageAsync()).QuerySelector(".fa-barre-compte"));
    }

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Un_fichier_fait_pour_tous_est_garde_une_heure_puis_compare(string adresse)
    {
        using var premiere = await site.Client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.OK, premiere);
        Assert.Equal("public, max-age=3600", Cache(premiere));
        foreach (var verbe in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var demande = new HttpRequestMessage(verbe, adresse);
            demande.Headers.IfNoneMatch.Add(premiere.Headers.ETag!);
            using var encore = await site.Client.SendAsync(demande);
            Assert.Equal((HttpStatusCode.NotModified, Cache(premiere)), (encore.StatusCode, Cache(encore)));
            Assert.Empty(await encore.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Le_plan_du_site_a_les_lieux_d_aujourd_hui()
    {
        var avant = await EtiquetteAsync(site.Client, "/sitemap-1.xml");
        var id = await new LieuDeTest().Nomme("Lieu du plan").CreerAsync(site);
        Assert.Contains($"/lieux/lieu-du-plan-{id}<", await site.Client.GetStringAsync("/sitemap-1.xml"), StringComparison.Ordinal);
        Assert.NotEqual(avant, await EtiquetteAsync(site.Client, "/sitemap-1.xml"));
    }

    private static string Cache(HttpResponseMessage reponse) => reponse.Headers.TryGetValues("Cache-Control", out var valeurs) ? string.Join(", ", valeurs) : "";

    private static async Task<string> EtiquetteAsync(HttpClient client, string adresse)
    {
        using var reponse = await client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        return reponse.Headers.ETag!.ToString();
    }

    [GeneratedRegex(@"polices/[\w-]+\.woff2\?v=[\w-]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Polices();
}
