using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The pages that anybody opens: in the language that they say, in easy French when it is asked for, known to search engines, and honest about what isn't known.</summary>
public sealed partial class PagesPubliquesTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    private const string SaintEtienne = "/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne&besoin=demarche";

    [Theory]
    [InlineData("/verifier-un-fichier", "Check a file of places")]
    [InlineData("/deconnexion", "You are signed out")]
    [InlineData("/invitation/inconnu", "This invitation can’t be used")]
    public async Task En_anglais_une_page_publique_est_en_anglais(string adresse, string h1)
    {
        using var client = await EnAsync("en");
        using var reponse = await client.GetAsync(adresse);
        var page = await reponse.LirePageAsync();
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["en"], reponse.Content.Headers.ContentLanguage);
        AssertPage.H1(page, h1);
        Assert.NotNull(page.QuerySelector("header a[hreflang=fr]"));
        Assert.DoesNotMatch(Francais(), AssertPage.Texte(page.QuerySelector("main")!));
    }

    [Theory]
    [InlineData("/comptes/droits")]
    [InlineData("/hors-ligne")]
    public async Task Ce_qui_n_est_que_pour_les_professionnels_dit_que_ses_mots_sont_francais(string adresse)
    {
        using var client = await EnAsync("en");
        using var reponse = await client.GetAsync(adresse);
        var page = await reponse.LirePageAsync();
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["fr"], reponse.Content.Headers.ContentLanguage);
        Assert.Null(page.QuerySelector("header a[hreflang=en]"));
    }

    [Fact]
    public async Task En_anglais_ce_que_disent_les_regles_de_la_norme_est_dit_francais()
    {
        using var client = await EnAsync("en");
        var page = await VerifierAsync(client, "id;nom;commune\n;Essai;Lyon\n", "essai.csv");
        AssertPage.H1(page, "Result of the check");
        var regles = page.QuerySelectorAll("main details p, main details td > span").ToList();
        Assert.NotEmpty(regles);
        Assert.All(regles, r => Assert.Equal("fr", r.GetAttribute("lang")));
        Assert.DoesNotMatch(Francais(), string.Join(' ', page.QuerySelectorAll("main summary, main th, main h2, main .govuk-notification-banner, main .fa-chapo").Select(AssertPage.Texte)));
        var vide = await VerifierAsync(client, "", "vide.csv");
        Assert.Equal("Choose a file that isn’t empty.", AssertPage.Texte(Assert.Single(vide.QuerySelectorAll(".govuk-error-summary__list li"))));
    }

    [Fact]
    public async Task En_facile_la_liste_des_lieux_se_lit_facilement()
    {
        using var client = await EnAsync("fr-simple");
        var page = await client.LirePageAsync(SaintEtienne);
        var texte = AssertPage.Texte(page.QuerySelector("main")!);
        Assert.DoesNotContain("pour 3 lieux", texte, StringComparison.Ordinal);
        Assert.DoesNotMatch(PasFacile(), texte);
        // What is behind « we aren't sure » is a sentence of its own, under the choice that it is about.
        Assert.All(page.QuerySelectorAll("[data-deduits]").Select(AssertPage.Texte), t => Assert.Matches("^[^:]+ : [0-9 ]+ en tout\\. Pour [0-9 ]+ lieux?, nous ne sommes pas sûrs\\.$", t));
        Assert.NotEmpty(page.QuerySelectorAll("[data-deduits]"));
    }

    [Fact]
    public async Task En_facile_la_page_d_un_lieu_nomme_ses_services_avec_des_mots_courts()
    {
        var id = await new LieuDeTest().Nomme("Lieu facile").AvecServices("Aide aux démarches administratives", "Utilisation sécurisée du numérique", "Acquisition de matériel informatique à prix solidaire").CreerAsync(application);
        using var client = await EnAsync("fr-simple");
        var page = await client.LirePageAsync($"/lieux/lieu-facile-{id}");
        Assert.Equal(["Faire des papiers sur internet", "Se protéger des personnes qui mentent sur internet", "Avoir un ordinateur moins cher"], page.QuerySelectorAll(".fa-liste-services li").Select(AssertPage.Texte));
        Assert.DoesNotMatch(PasFacile(), AssertPage.Texte(page.QuerySelector("main")!));
    }

    [Fact]
    public async Task Un_choix_ne_garde_pas_le_point_d_interrogation_de_son_titre()
    {
        var page = await application.Client.LirePageAsync(SaintEtienne);
        Assert.DoesNotContain("? :", AssertPage.Texte(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".fa-puce").Select(AssertPage.Texte), t => t.StartsWith("Pour qui : non renseigné", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_entrainer_existe_en_facile()
    {
        using var client = await EnAsync("fr-simple");
        var (courante, facile) = (await application.Client.LirePageAsync("/s-entrainer"), await client.LirePageAsync("/s-entrainer"));
        Assert.NotEqual(courante.QuerySelector(".fa-chapo")!.TextContent, facile.QuerySelector(".fa-chapo")!.TextContent);
        Assert.NotNull(facile.QuerySelector("main a[rel=nofollow][href^='/langue?vers=fr&']"));
    }

    [Fact]
    public async Task Une_commune_ne_dit_juste_a_cote_que_de_ce_qui_l_est()
    {
        // Nobody lives there since 1916; the nearest places are 6 to 24 km away.
        var page = await application.Client.LirePageAsync("/territoires/commune/beaumont-en-verdunois-55039");
        var texte = AssertPage.Texte(page.QuerySelector("main")!);
        Assert.DoesNotContain("Juste à côté", texte, StringComparison.Ordinal);
        Assert.Contains("Les plus proches", texte, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b0 habitant", texte);
        Assert.Contains("Aucun habitant recensé", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Demandez à la mairie", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/territoires/departement/terres-australes-et-antarctiques-francaises-984")]
    [InlineData("/territoires/region/terres-australes-et-antarctiques-francaises-984")]
    [InlineData("/territoires/commune/iles-saint-paul-et-nouvelle-amsterdam-98411")]
    [InlineData("/territoires/departement/ile-de-clipperton-989")]
    [InlineData("/territoires/region/ile-de-clipperton-989")]
    [InlineData("/territoires/commune/ile-de-clipperton-98901")]
    public async Task La_ou_personne_n_habite_personne_n_est_envoye_a_la_mairie(string adresse)
    {
        var page = await application.Client.LirePageAsync(adresse);
        var texte = AssertPage.Texte(page.QuerySelector("main")!);
        Assert.DoesNotContain("la mairie", texte, StringComparison.Ordinal);
        Assert.Contains("Personne n’habite ici toute l’année", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Aucune commune proche", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/territoires/commune/saint-martin-97801")]
    [InlineData("/territoires/commune/iles-saint-paul-et-nouvelle-amsterdam-98411")]
    public async Task Un_titre_ne_surmonte_jamais_une_absence(string adresse) =>
        Assert.Null((await application.Client.LirePageAsync(adresse)).QuerySelector("#proches"));

    [Fact]
    public async Task Sans_adresse_connue_il_n_y_a_ni_trajet_ni_position_de_porte()
    {
        var sans = await new LieuDeTest().Nomme("Sans adresse").AvecAdresse("Non communiquée").CreerAsync(application);
        var avec = await new LieuDeTest().Nomme("Avec adresse").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/sans-adresse-{sans}");
        Assert.Null(page.QuerySelector("a[href*='openstreetmap.org/directions']"));
        AssertPage.Dit(page, "Nous ne connaissons que la ville. Demandez l’adresse avant de partir.");
        using var jsonLd = JsonLd(page);
        Assert.False(jsonLd.RootElement.TryGetProperty("geo", out _));
        Assert.False(jsonLd.RootElement.GetProperty("address").TryGetProperty("streetAddress", out _));

        var connue = await application.Client.LirePageAsync($"/lieux/avec-adresse-{avec}");
        Assert.NotNull(connue.QuerySelector("a[href*='openstreetmap.org/directions']"));
        // Nor is it « à côté » of anything: its position is that of the town.
        Assert.Null(page.QuerySelector("#proches"));
        Assert.Null(connue.QuerySelector($".fa-proches a[href$='-{sans}']"));
        var liste = await application.Client.LirePageAsync("/lieux?q=adresse&lat=45.45&lon=4.39");
        string? DistanceDe(string id) => liste.QuerySelectorAll(".fa-lieux > li").Single(c => c.QuerySelector($"a[href$='-{id}']") is not null).QuerySelector(".fa-carte__tete")?.TextContent;
        Assert.Matches(@"[0-9]\sk?m", DistanceDe(avec)!);
        Assert.DoesNotMatch(@"[0-9]\sk?m", DistanceDe(sans)!);
        using var situe = JsonLd(connue);
        Assert.True(situe.RootElement.TryGetProperty("geo", out _));
    }

    [Fact]
    public async Task Rien_de_nul_ne_s_ecrit_pour_les_moteurs()
    {
        var id = await new LieuDeTest().Nomme("Presque rien").AvecAdresse("Non communiquée").SansPosition().CreerAsync(application);
        using var jsonLd = JsonLd(await application.Client.LirePageAsync($"/lieux/presque-rien-{id}"));
        Assert.DoesNotContain("null", jsonLd.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Occitanie", "lieux pour vous aider : Occitanie")]
    [InlineData("Loire (42)", "lieux pour vous aider : Loire")]
    [InlineData("93", "lieux pour vous aider : Seine-Saint-Denis")]
    public async Task Un_territoire_ecrit_dans_le_cadre_est_cherche_comme_sur_le_site(string ou, string titre)
    {
        var page = await application.Client.LirePageAsync($"/integrer/recherche?ou={Uri.EscapeDataString(ou)}");
        Assert.Contains(titre, AssertPage.Texte(page.QuerySelector("h2")!), StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll(".lieux > li").Length);
        using var site = await application.Client.GetAsync($"/lieux?ou={Uri.EscapeDataString(ou)}");
        Assert.Equal(site.Headers.Location!.OriginalString, page.QuerySelector(".pied a")!.GetAttribute("href"));
        // There the field has what was searched, and what it has is found again.
        var resultats = await application.Client.LirePageAsync(site.Headers.Location.OriginalString);
        Assert.Contains(titre, AssertPage.Texte(resultats.QuerySelector("h1")!), StringComparison.Ordinal);
        using var encore = await application.Client.GetAsync($"/lieux?ou={Uri.EscapeDataString(resultats.QuerySelector("#ou")!.GetAttribute("value")!)}");
        Assert.Equal(site.Headers.Location, encore.Headers.Location);
    }

    [Theory]
    [InlineData("Bretagne", "Voir tous les lieux : Bretagne", "lieux pour vous aider : Bretagne")]
    [InlineData("Loire", "Voir tous les lieux : Loire (42)", "lieux pour vous aider : Loire")]
    public async Task Quand_des_villes_ont_aussi_ce_nom_le_cadre_propose_le_territoire_comme_le_site(string ou, string lien, string titre)
    {
        var page = await application.Client.LirePageAsync($"/integrer/recherche?couleur=0b4f5c&ou={ou}");
        Assert.NotEmpty(page.QuerySelectorAll(".villes a"));
        var territoire = Assert.Single(page.QuerySelectorAll("a"), a => AssertPage.Texte(a).StartsWith("Voir tous les lieux", StringComparison.Ordinal));
        Assert.Equal(lien, AssertPage.Texte(territoire));
        var suite = territoire.GetAttribute("href")!;
        Assert.Contains("couleur=0b4f5c", suite, StringComparison.Ordinal);
        Assert.Contains(titre, AssertPage.Texte((await application.Client.LirePageAsync(suite)).QuerySelector("h2")!), StringComparison.Ordinal);

        // The component shows the same.
        using var lu = JsonDocument.Parse(await application.Client.GetStringAsync($"/api/v1/lieux/en-phrases?ou={ou}"));
        var donne = lu.RootElement.GetProperty("territoire");
        Assert.Equal(lien, donne.GetProperty("phrase").GetString()!.Replace('\u00a0', ' '));
        using var cherche = JsonDocument.Parse(await application.Client.GetStringAsync($"/api/v1/lieux/en-phrases?ou={Uri.EscapeDataString(donne.GetProperty("ou").GetString()!)}"));
        Assert.Contains(titre, cherche.RootElement.GetProperty("titre").GetString()!.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "fr_FR")]
    [InlineData("en", "en_GB")]
    public async Task Une_page_partagee_dit_ce_qu_elle_est_dans_sa_langue(string langue, string locale)
    {
        var id = await new LieuDeTest().Nomme("Lieu partagé").CreerAsync(application);
        using var client = await EnAsync(langue);
        foreach (var adresse in (string[])["/", "/comprendre", "/territoires/departement/loire-42", "/publications", "/integrer", "/savoir-faire", "/verifier-un-fichier", $"/lieux/lieu-partage-{id}", SaintEtienne])
        {
            var page = await client.LirePageAsync(adresse);
            string Meta(string nom) => Assert.Single(page.QuerySelectorAll($"meta[property='og:{nom}']")).GetAttribute("content")!;
            Assert.Equal(page.Title, $"{Meta("title")} – FaireAvec");
            Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Meta("description"));
            Assert.Equal(("website", "FaireAvec", locale), (Meta("type"), Meta("site_name"), Meta("locale")));
            Assert.Equal(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? new Uri(application.Client.BaseAddress!, adresse).AbsoluteUri, Meta("url"));
            using var image = await application.Client.GetAsync(new Uri(Meta("image")));
            Assert.Equal("image/png", image.Content.Headers.ContentType!.MediaType);
        }

        // What isn't to be found by a search isn't to be shared either: it would name what a link opens.
        Assert.Empty((await client.LirePageAsync("/connexion")).QuerySelectorAll("meta[property^='og:']"));
    }

    [Fact]
    public async Task Le_plan_pour_les_moteurs_a_toutes_les_pages_ouvertes_sans_parametre_et_elles_seules()
    {
        var plan = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; await application.Client.GetStatutAsync($"/sitemap-{i}.xml") is (HttpStatusCode.OK, var xml); i++)
        {
            plan.UnionWith(Adresse().Matches(xml).Select(m => new Uri(m.Groups["a"].Value).AbsolutePath));
        }

        var pages = application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && e.RoutePattern.Parameters.Count == 0)
            .Select(e => $"/{e.RoutePattern.RawText!.Trim('/')}").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(pages.Count > 50, $"Only {pages.Count} pages.");
        var attendues = new List<string>();
        foreach (var adresse in pages)
        {
            using var reponse = await application.Client.GetAsync(adresse);
            if (reponse.StatusCode == HttpStatusCode.OK && reponse.Content.Headers.ContentType?.MediaType == "text/html" && (await reponse.LirePageAsync()) is { } page && page.QuerySelector("meta[name=robots][content*=noindex]") is null)
            {
                attendues.Add(adresse);
                Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("meta[name=description]")?.GetAttribute("content")), $"{adresse} has no description.");
                Assert.EndsWith(adresse, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), StringComparison.Ordinal);
            }
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "/publications", "/integrer", "/savoir-faire", "/charge-transferee", "/verifier-un-fichier" }, attendues.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(attendues.Order(StringComparer.Ordinal), plan.Where(a => pages.Contains(a)).Order(StringComparer.Ordinal));
    }

    private async Task<HttpClient> EnAsync(string langue)
    {
        var client = application.NouveauClient();
        using var choix = await client.GetAsync($"/langue?vers={langue}&retour=%2F");
        return client;
    }

    private static async Task<IHtmlDocument> VerifierAsync(HttpClient client, string texte, string nom)
    {
        var page = await client.LirePageAsync("/verifier-un-fichier");
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(texte)), "Fichier", nom },
        };
        using var reponse = await client.PostAsync("/verifier-un-fichier", contenu);
        return await reponse.LirePageAsync();
    }

    private static JsonDocument JsonLd(IHtmlDocument page) => JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);

    [GeneratedRegex(@"\b(le|la|les|une?|des|vous|votre|pour|avec|dans|fichier|lieux)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Francais();

    // Words of the administration, or of those who make the data.
    [GeneratedRegex("non renseigné|démarches administratives|[Aa]ccueil adapté|déduit|[Dd]éficience|[Pp]rescription|à vol d’oiseau|Affiner|sous condition|en autonomie|[Mm]obilité réduite|Réutilisation", RegexOptions.None, 1000)]
    private static partial Regex PasFacile();

    [GeneratedRegex("<loc>(?<a>[^<]+)</loc>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Adresse();
}
