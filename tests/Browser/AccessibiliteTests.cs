using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser;

/// <summary>One half of the pages.</summary>
public sealed class AccessibiliteTests(Navigateur navigateur, VisiteurDePages visiteur) : AccessibiliteDesPages(navigateur, visiteur)
{
    public static TheoryData<string> Adresses => UneSurDeux(0);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Adresses))]
    public Task Axe_ne_trouve_rien_de_grave_rien_ne_depasse_de_320_pixels_et_le_papier_est_net(string adresse) => VisiterAsync(adresse);
}

/// <summary>The other half.</summary>
public sealed class AccessibiliteSuiteTests(Navigateur navigateur, VisiteurDePages visiteur) : AccessibiliteDesPages(navigateur, visiteur)
{
    public static TheoryData<string> Adresses => UneSurDeux(1);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Adresses))]
    public Task Axe_ne_trouve_rien_de_grave_rien_ne_depasse_de_320_pixels_et_le_papier_est_net(string adresse) => VisiterAsync(adresse);
}

/// <summary>What finds nothing has to be able to find something.</summary>
public sealed class AxeTests(Navigateur navigateur)
{
    [Fact]
    public async Task Une_page_mal_faite_est_vue()
    {
        await using var visite = await navigateur.VisiterAsync();
        await visite.Page.SetContentAsync("<!doctype html><html lang=fr><title>Essai</title><main><h1>Essai</h1><img src=x><p style='color:#ccc;background:#fff'>Trop pâle</p></main></html>");
        var graves = await Axe.GravesAsync(visite.Page);
        Assert.Equal(["color-contrast", "image-alt"], graves.Select(g => g.Split(' ')[0]).Order());
        Assert.Equal(["color-contrast"], (await Axe.GravesAsync(visite.Page, "color-contrast")).Select(g => g.Split(' ')[0]));
    }
}

/// <summary>Arabic and Hebrew are read from the right.</summary>
public sealed class DroiteAGaucheTests(Navigateur navigateur)
{
    [Theory]
    [InlineData("/ui", 320)]
    [InlineData("/ui", 1280)]
    [InlineData("/", 320)]
    [InlineData("/lieux?lat=45.43&lon=4.379&ou=Saint-%C3%89tienne&besoin=demarche", 1280)]
    [InlineData("/lieux/le-babet-hinaura_446", 320)]
    public async Task De_droite_a_gauche_tout_est_en_miroir_et_rien_ne_depasse(string adresse, int largeur)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = largeur, Height = 800 } });
        await visite.Page.GotoAsync(adresse);
        var avant = await MarqueAsync(visite.Page);
        await visite.Page.EvaluateAsync("() => { document.documentElement.dir = 'rtl'; }");
        Assert.Empty(await AccessibiliteDesPages.DebordementsAsync(visite.Page));
        // The logo stands at the start of the line: as far from the right edge as it was from the left one.
        Assert.InRange(largeur - (await MarqueAsync(visite.Page))[1], avant[0] - 2, avant[0] + 2);
    }

    private static Task<double[]> MarqueAsync(IPage page) => page.EvaluateAsync<double[]>("() => { const r = document.querySelector('.fa-marque').getBoundingClientRect(); return [r.left, r.right]; }");
}
