using System.Diagnostics;
using FaireAvec.Kernel.Securite;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>An act of the usual kind, by a thumb on a small phone: the test counts the touches. The médiateur has recorded acts before, as on any day but the first.</summary>
public class SaisieAuPouceTests(Navigateur navigateur)
{
    private const int TouchesMax = 12;
    private const int OctetsMax = 120_000;

    private static readonly BrowserNewContextOptions Telephone = new() { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task Un_acte_usuel_se_note_en_moins_de_douze_touches_et_de_vingt_secondes()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await navigateur.ConnecterAsync(visite, Role.Mediateur);
        var page = visite.Page;
        await page.GotoAsync("/aujourd-hui");
        var debut = Stopwatch.StartNew();
        var touches = 0;
        async Task ToucherAsync(ILocator quoi)
        {
            await quoi.TapAsync();
            touches++;
        }

        await ToucherAsync(page.GetByRole(AriaRole.Link, new() { Name = "Noter un accompagnement" }));
        await ToucherAsync(page.Locator(".fa-puce", new() { HasText = "E-mail" }).First);
        await ToucherAsync(page.GetByRole(AriaRole.Radio, new() { NameString = "Surtout avec" }));
        await ToucherAsync(page.Locator(".fa-puce:has([name='F.Duree'])", new() { HasText = "30 min" }).First);
        await ToucherAsync(page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }));
        await page.ArriverAsync(@"^/activites\?notee=");
        Assert.Contains("C’est noté", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.InRange(touches, 1, TouchesMax - 1);
        // Twenty seconds are for a person: a script that needs as much would tell of a page that doesn't answer.
        TestContext.Current.SendDiagnosticMessage($"{touches} touches, {debut.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Ce_qui_est_tape_est_garde_tout_seul_et_se_retrouve()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await navigateur.ConnecterAsync(visite, Role.Mediateur);
        var page = visite.Page;
        await page.GotoAsync("/activites/nouvelle");
        await page.Locator("[name='F.Demarche']").FillAsync("Brouillon du pouce");
        await page.Locator("[data-brouillon-avis]", new() { HasText = "Brouillon gardé" }).WaitForAsync();
        // The tab is closed without a word.
        await page.GotoAsync("/aujourd-hui");
        await page.GetByRole(AriaRole.Link, new() { Name = "Brouillon du pouce" }).First.TapAsync();
        Assert.Equal("Brouillon du pouce", await page.Locator("[name='F.Demarche']").InputValueAsync());
    }

    [Fact]
    public async Task La_page_de_saisie_pese_moins_de_120_ko()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await navigateur.ConnecterAsync(visite, Role.Mediateur);
        await visite.Page.GotoAsync("/activites/nouvelle", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var octets = await visite.Page.EvaluateAsync<double>("() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((s, e) => s + e.transferSize, 0)");
        TestContext.Current.SendDiagnosticMessage($"{octets:N0} bytes");
        Assert.InRange(octets, 1, OctetsMax);
    }
}
