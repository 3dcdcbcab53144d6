using System.Text.RegularExpressions;
using FaireAvec.Tests.Support;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Cartographie;

/// <summary>A person looks for a place: by keyboard, without script, on a small phone, with a map, around them, on paper.</summary>
public partial class ParcoursTests(Navigateur navigateur, ITestOutputHelper sortie)
{
    private const string PremierLieu = ".fa-liste-cartes a[href^='/lieux/']";

    [Fact]
    public async Task De_l_accueil_au_lieu_au_clavier_seul()
    {
        await using var visite = await navigateur.VisiterAsync();
        var page = visite.Page;
        await page.GotoAsync("/");

        // The skip link comes first and leads to the contents.
        await page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("#", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");

        await visite.TabulerJusquAAsync("input[name=ou]", 5);
        await page.Keyboard.TypeAsync("saint-etien");
        await page.WaitForSelectorAsync("[role=option]");
        Assert.Equal("true", await page.GetAttributeAsync("input[name=ou]", "aria-expanded"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await page.GetAttributeAsync("[role=option]", "aria-selected"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Saint-Étienne (Loire)", await page.InputValueAsync("input[name=ou]"));

        await visite.TabulerJusquAAsync("input[name=besoin]", 5);
        await page.Keyboard.PressAsync("Space");
        await visite.TabulerJusquAAsync("form button:not([data-geolocalisation])", 15);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visite.Page).ToHaveURLAsync(Resultats());
        Assert.Contains("près de Saint-Étienne", await page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await visite.TabulerJusquAAsync(PremierLieu);
        var nom = await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visite.Page).ToHaveURLAsync(Lieu());
        Assert.Equal(nom, await page.InnerTextAsync("h1"));
        Assert.Empty(visite.Plaintes);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task De_l_accueil_au_signalement_sans_script(int largeur)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = largeur, Height = 700 } });
        var page = visite.Page;
        await page.GotoAsync("/");
        Assert.Equal(9, await page.Locator("input[name=besoin]").CountAsync());
        await page.FillAsync("input[name=ou]", "42000");
        await page.CheckAsync("input[value=demarche]");
        await page.ClickAsync("form button:visible");
        await Assertions.Expect(visite.Page).ToHaveURLAsync(Resultats());
        Assert.Contains("Saint-Étienne", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.True(await page.Locator(PremierLieu).CountAsync() > 5);
        // No title and no link for a map that can't be.
        Assert.Equal(0, await page.Locator("#carte, a[href='#carte']").Locator("visible=true").CountAsync());

        await page.Locator(PremierLieu).First.ClickAsync();
        await Assertions.Expect(visite.Page).ToHaveURLAsync(Lieu());
        await page.Locator("a[href$='/signaler']").ClickAsync();
        await page.ClickAsync("form[method=post] button:visible");
        Assert.StartsWith("Erreur", await page.TitleAsync(), StringComparison.Ordinal);
        await page.CheckAsync("input[value=Horaires]");
        await page.FillAsync("textarea", "Fermé le mercredi depuis septembre.");
        await page.ClickAsync("form[method=post] button:visible");
        Assert.Equal("Merci, c’est bien reçu", await page.InnerTextAsync("h1"));
    }

    [Fact]
    public async Task Une_ville_a_choisir_se_choisit_sans_script()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visite.Page.GotoAsync("/lieux?ou=Saint-Aubin");
        var villes = visite.Page.Locator(".fa-choix-villes a");
        Assert.True(await villes.CountAsync() > 1);
        await villes.First.ClickAsync();
        await Assertions.Expect(visite.Page).ToHaveURLAsync(Resultats());
    }

    [Fact]
    public async Task La_carte_ne_se_charge_que_si_on_la_demande_et_ses_reperes_s_atteignent_au_clavier()
    {
        await using var visite = await navigateur.VisiterAsync();
        var (page, demandes) = (visite.Page, new List<string>());
        page.Request += (_, r) => demandes.Add(r.Url);
        await page.GotoAsync("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne");
        Assert.DoesNotContain(demandes, d => d.Contains("carte", StringComparison.Ordinal) || d.Contains("geojson", StringComparison.Ordinal));

        await page.ClickAsync("[data-carte-ouvrir]");
        await page.WaitForSelectorAsync(".leaflet-marker-icon");
        Assert.True(await page.Locator(".leaflet-marker-icon").CountAsync() >= 12);
        await visite.TabulerJusquAAsync(".leaflet-marker-icon", 10);
        await page.Keyboard.PressAsync("Enter");
        // What opened is read next, and Escape leads back to the marker.
        await page.WaitForFunctionAsync("() => document.activeElement.closest('.leaflet-popup')");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("() => document.activeElement.classList.contains('leaflet-marker-icon')");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Fermer", await page.Locator(".leaflet-popup-close-button").GetAttributeAsync("aria-label"));
        await page.Locator(".leaflet-popup a[href^='/lieux/']").ClickAsync();
        await visite.Page.ArriverAsync("^/lieux/[a-z0-9-]+-");
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Autour_de_moi_donne_une_position_arrondie()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { Permissions = ["geolocation"], Geolocation = new Geolocation { Latitude = 45.439695f, Longitude = 4.387178f } });
        await visite.Page.GotoAsync("/");
        await visite.Page.ClickAsync("[data-geolocalisation]");
        // The next question is still to be answered: the position is said, nothing is sent.
        await visite.Page.WaitForFunctionAsync("() => document.querySelector('input[name=lat]').value !== ''");
        Assert.Contains("Position trouvée", await visite.Page.InnerTextAsync(".fa-message-position"), StringComparison.Ordinal);
        Assert.Equal("/", new Uri(visite.Page.Url).AbsolutePath);
        await visite.Page.CheckAsync("input[value=demarche]");
        await visite.Page.ClickAsync("form button:visible:not([data-geolocalisation])");
        await visite.Page.ArriverAsync(@"^/lieux\?");
        Assert.Matches("[?&]besoin=demarche(&|$)", visite.Page.Url);
        Assert.Matches("[?&]lat=45\\.44(&|0&|$)", visite.Page.Url);
        Assert.Matches("[?&]lon=4\\.387(&|$)", visite.Page.Url);
        Assert.Contains("autour de vous", await visite.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autour_de_moi_dans_les_resultats_cherche_aussitot()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { Permissions = ["geolocation"], Geolocation = new Geolocation { Latitude = 45.439695f, Longitude = 4.387178f } });
        await visite.Page.GotoAsync("/lieux?departement=48");
        await visite.Page.ClickAsync("details:has(.fa-changer) > summary");
        await visite.Page.ClickAsync(".fa-changer [data-geolocalisation]");
        await visite.Page.ArriverAsync(@"lat=45\.44");
        Assert.Contains("autour de vous", await visite.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_position_refusee_est_dite_et_le_champ_est_propose()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync("/");
        await visite.Page.ClickAsync("[data-geolocalisation]");
        await visite.Page.WaitForFunctionAsync("() => document.activeElement.name === 'ou'");
        var message = await visite.Page.GetAttributeAsync("[data-geolocalisation]", "data-message");
        Assert.Contains("Écrivez le nom", await visite.Page.InnerTextAsync($"#{message}"), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("/", visite.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne")]
    public async Task La_page_pese_moins_de_150_ko_et_demande_moins_de_30_fichiers(string adresse)
    {
        await using var visite = await navigateur.VisiterAsync();
        var (octets, demandes) = (0.0, 0);
        var cdp = await visite.Page.Context.NewCDPSessionAsync(visite.Page);
        await cdp.SendAsync("Network.enable");
        cdp.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            octets += e!.Value.GetProperty("encodedDataLength").GetDouble();
            demandes++;
        };
        await visite.Page.GotoAsync(adresse, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        sortie.WriteLine($"{adresse}: {octets / 1000:0.0} kB, {demandes} requests");
        Assert.InRange(demandes, 3, 29);
        Assert.InRange(octets, 10_000, 150_000);
    }

    [Theory]
    [InlineData("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne", "h1, .fa-liste-cartes, .fa-papier-seul")]
    [InlineData("/lieux/mediatheque-municipale-de-saint-etienne-l-telier-numerique-hinaura_463", "h1, .fa-semaine")]
    [InlineData("/lieux/mediatheque-municipale-de-saint-etienne-l-telier-numerique-hinaura_463/imprimer", "h1, .fa-semaine, .fa-feuille__pied svg")]
    public async Task Sur_le_papier_il_n_y_a_que_le_contenu(string adresse, string visibles)
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync(adresse);
        await visite.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var cache in (string[])["body > header:not(main *), .fa-entete", "nav", "body > footer, .fa-pied", ".fa-sans-papier", "button"])
        {
            foreach (var element in await visite.Page.Locator(cache).AllAsync())
            {
                Assert.False(await element.IsVisibleAsync(), $"{cache} is printed: {await element.EvaluateAsync<string>("e => e.outerHTML.slice(0, 200)")}");
            }
        }

        foreach (var visible in visibles.Split(", "))
        {
            Assert.True(await visite.Page.Locator(visible).First.IsVisibleAsync(), $"{visible} isn't printed.");
        }
    }

    [Fact]
    public async Task La_fiche_a_donner_tient_sur_une_feuille()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync("/lieux/mediatheque-municipale-de-saint-etienne-l-telier-numerique-hinaura_463/imprimer");
        var pdf = System.Text.Encoding.Latin1.GetString(await visite.Page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true }));
        Assert.Single(Feuille().Matches(pdf));
    }

    [Fact]
    public async Task La_langue_choisie_reste()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync("/");
        await visite.Page.Locator("a[href*='/langue?vers=en']").First.ClickAsync();
        Assert.Equal("en", await visite.Page.GetAttributeAsync("html", "lang"));
        await visite.Page.GotoAsync("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne");
        Assert.Equal("en", await visite.Page.GetAttributeAsync("html", "lang"));
        Assert.DoesNotContain("lieux", await visite.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [GeneratedRegex("/Type ?/Page\\b", RegexOptions.None, 1000)]
    private static partial Regex Feuille();

    [GeneratedRegex("/lieux\\?", RegexOptions.None, 1000)]
    private static partial Regex Resultats();

    [GeneratedRegex("/lieux/[a-z0-9-]+-", RegexOptions.None, 1000)]
    private static partial Regex Lieu();
}
