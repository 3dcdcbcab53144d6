using System.Diagnostics;
using FaireAvec.Kernel.Securite;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>Sending somebody, by a thumb on a small phone: the test counts the touches. And the public sheet, that nothing leaves.</summary>
public class OrienterAuPouceTests(Navigateur navigateur)
{
    private const int TouchesMax = 12;

    private static readonly BrowserNewContextOptions Telephone = new() { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task Une_personne_est_orientee_en_moins_de_douze_touches()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await navigateur.ConnecterAsync(visite, Role.Mediateur);
        var page = visite.Page;
        await page.GotoAsync("/orientations");
        var debut = Stopwatch.StartNew();
        var touches = 0;
        async Task ToucherAsync(ILocator quoi)
        {
            await quoi.TapAsync();
            touches++;
        }

        await ToucherAsync(page.GetByRole(AriaRole.Link, new() { Name = "Orienter une personne" }));
        await ToucherAsync(page.Locator("[name='F.Besoins'][value=apprendre_bases]"));
        await ToucherAsync(page.GetByRole(AriaRole.Button, new() { Name = "Voir où elle peut aller" }));
        await ToucherAsync(page.Locator("[name='F.Receveur']").First);
        await ToucherAsync(page.GetByRole(AriaRole.Button, new() { Name = "Demander son accord" }));
        await ToucherAsync(page.Locator("[name='F.Accord'][value=oui]"));
        await ToucherAsync(page.Locator("[name='F.Temoin']"));
        await page.Locator("[name='F.Temoin']").FillAsync("CE");
        await ToucherAsync(page.GetByRole(AriaRole.Button, new() { Name = "Envoyer", Exact = true }));
        await page.ArriverAsync("^/orientations/.*fait=envoyee");
        Assert.Contains("C’est envoyé", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.InRange(touches, 1, TouchesMax - 1);
        TestContext.Current.SendDiagnosticMessage($"{touches} touches, {debut.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Le_nom_ecrit_sur_la_fiche_publique_ne_quitte_pas_le_navigateur()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        var page = visite.Page;
        var requetes = new List<string>();
        page.Request += (_, requete) => requetes.Add($"{requete.Url} {requete.PostData}");
        await page.GotoAsync("/parcours-usager/fiche?lieu=hinaura_446&besoin=apprendre_bases");
        await page.Locator("#fiche-beneficiaire").FillAsync("Prénom d’essai");
        await page.Locator("#fiche-precisions").FillAsync("Le matin");
        Assert.Equal("Prénom d’essai", await page.Locator("[data-reflet-de=beneficiaire]").InnerTextAsync());
        await page.Locator("#fiche-beneficiaire").FillAsync("");
        Assert.Equal("", await page.Locator("[data-reflet-de=beneficiaire]").InnerTextAsync());
        Assert.DoesNotContain(requetes, r => r.Contains("essai", StringComparison.Ordinal) || r.Contains("matin", StringComparison.Ordinal));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
    }
}
