using System.Text.RegularExpressions;
using FaireAvec.Tests.Support;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Cartographie;

/// <summary>What only a browser shows: what a small screen cuts, what the colours of the map say, what paper keeps, what can't be copied.</summary>
public sealed partial class PetitEcranEtPapierTests(Navigateur navigateur)
{
    private const string Lieu = "/lieux/mediatheque-municipale-de-saint-etienne-l-telier-numerique-hinaura_463";

    [Theory]
    [InlineData("/territoires")]
    [InlineData("/territoires/region/auvergne-rhone-alpes-84")]
    [InlineData("/territoires/departement/loire-42")]
    [InlineData("/donnees-ouvertes")]
    public async Task Aucune_colonne_n_est_coupee_sur_un_telephone(string adresse)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 700 } });
        await visite.Page.GotoAsync(adresse);
        var coupes = await visite.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.fa-tableau__cadre')].filter(c => c.scrollWidth > c.clientWidth + 1).map(c => `${c.scrollWidth} in ${c.clientWidth}: ${c.textContent.trim().slice(0, 60)}`)");
        Assert.Empty(coupes);
    }

    [Fact]
    public async Task Sur_un_petit_ecran_rien_ne_reste_seul_au_bout_d_une_ligne()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 700 } });
        await visite.Page.GotoAsync("/territoires/departement/loire-42");
        // The sign that separates two steps is at the end of the first, never at the beginning of a line.
        Assert.Equal(["›", "›", "›", ""], await visite.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.fa-fil li')].map(li => ['::before', '::after'].map(p => getComputedStyle(li, p).content).map((c, i) => c === 'none' || c === 'normal' ? '' : i === 0 ? `before ${c}` : JSON.parse(c)).join(''))"));
        await visite.Page.GotoAsync("/");
        var (a, votre) = (await HautAsync("À"), await HautAsync("votre rythme"));
        Assert.Equal(a, votre, 1.0);

        Task<double> HautAsync(string mot) => visite.Page.EvaluateAsync<double>("mot => { const t = document.querySelector('.fa-chapo').firstChild; const i = t.data.lastIndexOf(mot); const r = document.createRange(); r.setStart(t, i); r.setEnd(t, i + 1); return r.getBoundingClientRect().top; }", mot);
    }

    [Fact]
    public async Task La_carte_dit_ce_que_disent_ses_couleurs_et_montre_d_abord_ce_qui_est_ouvert()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne");
        await visite.Page.ClickAsync("[data-carte-ouvrir]");
        await visite.Page.WaitForSelectorAsync(".fa-plan__legende");
        Assert.Equal(["Ouvert", "Fermé", "Horaires non connus"], (await visite.Page.Locator(".fa-plan__legende li").AllInnerTextsAsync()).Select(t => t.Trim()));
        var styles = await visite.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.fa-plan__legende path')].map(p => { const s = getComputedStyle(p); return `${s.fill} ${s.stroke}`; })");
        Assert.Equal(3, styles.Distinct().Count());
        // The same shapes on the map, and a closed one hides no open one.
        var rangs = await visite.Page.EvaluateAsync<double[]>("() => { const rangs = etat => [...document.querySelectorAll(`.leaflet-marker-icon:has(.fa-plan__goutte--${etat})`)].map(e => +e.style.zIndex); return [Math.min(...rangs('ouvert')), Math.max(...rangs('inconnu')), Math.min(...rangs('inconnu')), Math.max(...rangs('ferme'))]; }");
        Assert.True(rangs[0] > rangs[1] && rangs[2] > rangs[3], string.Join(' ', rangs));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    public async Task Sur_un_telephone_la_bulle_d_un_repere_tient_dans_la_carte(int largeur)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = largeur, Height = 700 } });
        await visite.Page.GotoAsync("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne");
        await visite.Page.ClickAsync("[data-carte-ouvrir]");
        await visite.Page.Locator(".leaflet-marker-icon").First.FocusAsync();
        await visite.Page.Keyboard.PressAsync("Enter");
        await visite.Page.WaitForSelectorAsync(".leaflet-popup-close-button");
        // Leaflet moves the map so that the popup is whole.
        await visite.Page.WaitForFunctionAsync("""
            () => { const r = s => document.querySelector(s).getBoundingClientRect(); const [carte, bulle, zoom] = [r('.fa-plan__toile'), r('.leaflet-popup-content-wrapper'), r('.leaflet-control-zoom')];
              return bulle.left >= carte.left && bulle.right <= carte.right && (bulle.top >= zoom.bottom || bulle.left >= zoom.right); }
            """, null, new PageWaitForFunctionOptions { Timeout = 3000 });
    }

    [Fact]
    public async Task Ce_qui_n_a_pas_pu_etre_copie_est_montre_et_choisi()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync(Lieu);
        await visite.Page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }");
        await visite.Page.ClickAsync("[data-copier]");
        var champ = visite.Page.Locator("[data-copie-a-la-main]");
        await champ.WaitForAsync();
        Assert.Equal(visite.Page.Url, await champ.InputValueAsync());
        Assert.True(await visite.Page.EvaluateAsync<bool>("() => { const c = document.activeElement; return c.matches('[data-copie-a-la-main]') && c.selectionEnd - c.selectionStart === c.value.length; }"));
        Assert.NotEqual("", (await visite.Page.InnerTextAsync("[data-copier] + [role=status]")).Trim());
        // A second try shows one field still.
        await visite.Page.ClickAsync("[data-copier]");
        Assert.Equal(1, await champ.CountAsync());
    }

    [Theory]
    [InlineData("fr", "Il vous reste 1 996 caractères.")]
    [InlineData("en", "You have 1,996 characters left.")]
    public async Task Le_compte_des_lettres_separe_les_milliers(string langue, string attendu)
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync($"/langue?vers={langue}&retour=%2F");
        await visite.Page.GotoAsync($"{Lieu}/signaler");
        await visite.Page.Locator("textarea").PressSequentiallyAsync("Oui.");
        Assert.Equal(attendu, (await visite.Page.InnerTextAsync(".fa-compte:not(.fa-cache)")).Replace('\u202f', ' ').Replace('\u00a0', ' ').Trim());
    }

    [Fact]
    public async Task Le_papier_n_ecrit_que_les_adresses_qu_on_ne_lit_pas_deja()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync(Lieu);
        await visite.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await visite.Page.Locator("a[href*='openstreetmap.org/directions']").IsVisibleAsync());
        Assert.All(await visite.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.fa-contact a[href^=http]')].map(a => getComputedStyle(a, '::after').content)"), c => Assert.Equal("none", c));
    }

    [Fact]
    public async Task La_liste_de_vingt_quatre_lieux_tient_sur_trois_feuilles()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.GotoAsync("/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne&besoin=demarche");
        Assert.Equal(24, await visite.Page.Locator(".fa-liste-cartes > li").CountAsync());
        var pdf = System.Text.Encoding.Latin1.GetString(await visite.Page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true }));
        Assert.InRange(Feuille().Count(pdf), 1, 3);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 5000)]
    private static partial Regex Feuille();
}
