using System.Net;
using System.Text;
using Deque.AxeCore.Playwright;
using FaireAvec.Tests.Support;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Cartographie;

/// <summary>The search in the page of a town hall, which is another site: another origin, its own style sheet, its own content policy.</summary>
public class IntegrationTests(Navigateur navigateur)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Le_composant_se_lit_et_se_conduit_au_clavier_sans_rien_garder(int largeur)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = largeur, Height = 800 } });
        using var mairie = new Mairie(Composant("commune=\"42218\" couleur=\"#7a1f5c\""));
        var page = visite.Page;
        await page.GotoAsync(mairie.Adresse);
        await page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        Assert.Contains("près de Saint-Étienne", await page.InnerTextAsync("faireavec-recherche .combien"), StringComparison.Ordinal);
        Assert.Equal(8, await page.Locator("faireavec-recherche .lieux > li").CountAsync());
        // The styles of the page stay out: its links are lime and its titles red.
        Assert.Equal("rgb(122, 31, 92)", await page.Locator("faireavec-recherche .lieux a").First.EvaluateAsync<string>("a => getComputedStyle(a).color"));

        // By keyboard alone: the field, the need, the button, then the first place.
        await TabulerAsync(page, "#ou");
        await page.Keyboard.TypeAsync("aix");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("faireavec-recherche .villes a");
        await TabulerAsync(page, ".villes a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        Assert.Contains("près d", await page.InnerTextAsync("faireavec-recherche .combien"), StringComparison.Ordinal);
        Assert.Equal("ou", await ActifAsync(page, "e => e.id"));
        await TabulerAsync(page, ".lieux + p button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("faireavec-recherche .lieux > li").Nth(8).WaitForAsync();
        await page.WaitForFunctionAsync("() => { const r = document.querySelector('faireavec-recherche').shadowRoot; return r.activeElement === r.querySelectorAll('.lieux > li')[8].querySelector('a'); }");

        Assert.Empty(await Axe.GravesAsync(page));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= largeur);
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Une_region_dont_des_villes_ont_le_nom_se_choisit_dans_le_composant()
    {
        await using var visite = await navigateur.VisiterAsync();
        using var mairie = new Mairie(Composant("commune=\"42218\""));
        var page = visite.Page;
        await page.GotoAsync(mairie.Adresse);
        await page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        await page.FillAsync("faireavec-recherche #ou", "Bretagne");
        await page.PressAsync("faireavec-recherche #ou", "Enter");
        await page.Locator("faireavec-recherche a", new PageLocatorOptions { HasTextString = "Voir tous les lieux" }).ClickAsync();
        await page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        Assert.EndsWith("Bretagne", await page.InnerTextAsync("faireavec-recherche .combien"), StringComparison.Ordinal);
        Assert.Equal("Bretagne (région)", await page.InputValueAsync("faireavec-recherche #ou"));
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Des_couleurs_qui_ne_se_lisent_pas_sont_remplacees_et_dites_a_qui_tient_le_site()
    {
        await using var visite = await navigateur.VisiterAsync();
        var avis = new List<string>();
        visite.Page.Console += (_, m) => avis.Add(m.Type == "warning" ? m.Text : "");
        using var mairie = new Mairie(Composant("commune=\"42218\" couleur=\"#ffe000\" texte=\"expression(alert(1))\" fond=\"white\""));
        await visite.Page.GotoAsync(mairie.Adresse);
        await visite.Page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        Assert.Equal("rgb(11, 79, 92)", await visite.Page.Locator("faireavec-recherche .lieux a").First.EvaluateAsync<string>("a => getComputedStyle(a).color"));
        Assert.Contains(avis, a => a.Contains("couleur", StringComparison.Ordinal) && a.Contains("4,5", StringComparison.Ordinal));
        Assert.Contains(avis, a => a.Contains("« texte » n’est pas une couleur", StringComparison.Ordinal));

        // Changed by the page afterwards: at once, without searching again.
        await visite.Page.EvaluateAsync("() => document.querySelector('faireavec-recherche').setAttribute('fond', '#101820')");
        Assert.Equal("rgb(255, 224, 0)", await visite.Page.Locator("faireavec-recherche .lieux a").First.EvaluateAsync<string>("a => getComputedStyle(a).color"));
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Dans_une_page_de_droite_a_gauche_il_se_lit_de_gauche_a_droite_et_rien_ne_depasse()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 800 } });
        using var mairie = new Mairie(Composant("departement=\"42\" langue=\"en\"").Replace("<html lang=\"fr\">", "<html lang=\"ar\" dir=\"rtl\">", StringComparison.Ordinal));
        await visite.Page.GotoAsync(mairie.Adresse);
        await visite.Page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        Assert.Equal("ltr", await visite.Page.Locator("faireavec-recherche .lieux").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("Find help with digital services", await visite.Page.InnerTextAsync("faireavec-recherche .titre"));
        Assert.True(await visite.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320);
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Quand_le_site_ne_repond_pas_le_composant_le_dit_et_le_formulaire_reste()
    {
        await using var visite = await navigateur.VisiterAsync();
        using var mairie = new Mairie(Composant(""));
        await visite.Page.GotoAsync(mairie.Adresse);
        await visite.Page.Context.RouteAsync("**/en-phrases*", r => r.AbortAsync());
        await visite.Page.FillAsync("faireavec-recherche #ou", "Lyon");
        await visite.Page.ClickAsync("faireavec-recherche button");
        await visite.Page.WaitForSelectorAsync("faireavec-recherche .avis");
        Assert.Equal("Lyon", await visite.Page.InputValueAsync("faireavec-recherche #ou"));
        await visite.Page.Context.UnrouteAllAsync();
        await visite.Page.ClickAsync("faireavec-recherche button");
        await visite.Page.WaitForSelectorAsync("faireavec-recherche .lieux > li");
        Assert.Equal(0, await visite.Page.Locator("faireavec-recherche .avis").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Le_cadre_marche_chez_un_autre_avec_ou_sans_script_et_les_autres_pages_y_sont_refusees(bool script)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { JavaScriptEnabled = script });
        using var mairie = new Mairie(Page($"<iframe id=\"f\" src=\"{navigateur.Site.Adresse}integrer/recherche?commune=42218\" title=\"Recherche\" width=\"100%\" height=\"600\"></iframe><script>addEventListener('message', (e) => {{ if (e.data.type === 'faireavec-hauteur') document.getElementById('f').height = e.data.hauteur; }})</script>", "'unsafe-inline'"));
        var page = visite.Page;
        await page.GotoAsync(mairie.Adresse);
        var cadre = page.FrameLocator("#f");
        await cadre.Locator("#ou").FillAsync("Lyon");
        await cadre.Locator("button").ClickAsync();
        await cadre.Locator("h2:has-text('près de Lyon')").WaitForAsync();
        if (script)
        {
            await page.WaitForFunctionAsync("() => +document.getElementById('f').height > 700");
            var axe = await page.RunAxe();
            Assert.Empty(axe.Violations.Where(v => v.Impact is "critical" or "serious").SelectMany(v => v.Nodes.Select(n => $"{v.Id} {n.Html}")));
        }

        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Empty(visite.Plaintes);
        using var piege = new Mairie(Page($"<iframe src=\"{navigateur.Site.Adresse}connexion\" title=\"Piège\"></iframe>", ""));
        await page.GotoAsync(piege.Adresse);
        Assert.DoesNotContain(page.Frames, f => f.Url.EndsWith("/connexion", StringComparison.Ordinal));
    }

    private string Composant(string attributs) => Page($"<script src=\"{navigateur.Site.Adresse}ui/recherche.js\" async></script><faireavec-recherche {attributs}></faireavec-recherche>", "");

    // A strict page, whose styles would break ours if they went through.
    private string Page(string corps, string scripts)
    {
        var site = navigateur.Site.Adresse.GetLeftPart(UriPartial.Authority);
        return $$"""
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Ville d’Exemple</title><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src {{site}} {{scripts}}; connect-src {{site}}; frame-src {{site}}; img-src data:">
            <link rel="stylesheet" href="/mairie.css"><link rel="icon" href="data:,"></head><body><main><h1>Ville d’Exemple</h1>{{corps}}</main></body></html>
            """;
    }

    private static Task<string> ActifAsync(IPage page, string fonction) => page.EvaluateAsync<string>($"() => ({fonction})(document.activeElement.shadowRoot.activeElement)");

    private static async Task TabulerAsync(IPage page, string selecteur)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => !!document.activeElement.shadowRoot && !!document.activeElement.shadowRoot.activeElement && document.activeElement.shadowRoot.activeElement.matches(s)", selecteur))
            {
                Assert.NotEqual("none", await ActifAsync(page, "e => getComputedStyle(e).outlineStyle"));
                return;
            }
        }

        Assert.Fail($"60 times Tab don't reach {selecteur}.");
    }

    /// <summary>The site of a town hall: one page, on a port of its own.</summary>
    private sealed class Mairie : IDisposable
    {
        private const string Feuille = "html{font-size:62.5%} body{font:1.6rem/1.5 serif;margin:8px;color:#222;background:#fff} *{letter-spacing:.01em} main a{color:lime} h2{color:red;font-size:9rem} ol{margin:90px} button{display:none}";

        private readonly HttpListener _ecoute = new();

        public Mairie(string page)
        {
            for (var essai = 0; ; essai++)
            {
                Adresse = $"http://localhost:{Random.Shared.Next(20_000, 60_000)}/";
                _ecoute.Prefixes.Clear();
                _ecoute.Prefixes.Add(Adresse);
                try
                {
                    _ecoute.Start();
                    break;
                }
                catch (HttpListenerException) when (essai < 20)
                {
                    // Taken: another one.
                }
            }

            _ = Task.Run(async () =>
            {
                while (_ecoute.IsListening)
                {
                    try
                    {
                        var contexte = await _ecoute.GetContextAsync();
                        var feuille = contexte.Request.Url!.AbsolutePath == "/mairie.css";
                        contexte.Response.ContentType = feuille ? "text/css" : "text/html; charset=utf-8";
                        await contexte.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(feuille ? Feuille : page));
                        contexte.Response.Close();
                    }
                    catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                    {
                        return;
                    }
                }
            });
        }

        public string Adresse { get; private set; } = "";

        public void Dispose() => _ecoute.Close();
    }
}
