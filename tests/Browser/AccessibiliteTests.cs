using Deque.AxeCore.Playwright;
using FaireAvec.Tests.Support;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser;

/// <summary>Every page of pages.txt, and what a page becomes when something is missing: axe finds nothing critical nor serious, and nothing overflows a small phone.</summary>
public class AccessibiliteTests(Navigateur navigateur)
{
    public static TheoryData<string> Adresses() => new(
        File.ReadAllLines(Depot.Chemin("tests", "Browser", "pages.txt")).Where(l => l.Contains("=>", StringComparison.Ordinal) && l[0] != '#').Select(l => l.Split("=>", 2)[1].Trim())
            .Concat(["/lieux?ou=Sainte-Introuvable-sur-Rien", "/lieux?lat=0&lon=0", "/lieux?service=coiffure", "/lieux?q=zzzzzz", "/lieux?lat=44.5&lon=3.5&besoin=arnaques", "/page-inconnue"]));

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Axe_ne_trouve_rien_de_grave_dans_aucun_theme(string adresse)
    {
        var fautes = new List<string>();
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce }, "clair");
        await visite.Page.GotoAsync(adresse);
        foreach (var theme in (string[])["clair", "sombre", "contraste"])
        {
            await visite.Page.EvaluateAsync("t => { document.documentElement.dataset.theme = t === 'sombre' ? 'sombre' : 'clair'; }", theme);
            await visite.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = theme == "contraste" ? ForcedColors.Active : ForcedColors.None });
            var resultat = await visite.Page.RunAxe();
            Assert.NotEmpty(resultat.Passes);
            fautes.AddRange(resultat.Violations.Where(v => v.Impact is "critical" or "serious").SelectMany(v => v.Nodes.Select(n => $"{theme}: {v.Id} ({v.Impact}) {n.Target} {n.Html}")));
        }

        // A page that isn't found says so to the console too.
        fautes.AddRange(visite.Plaintes.Where(p => !p.Contains("status of 40", StringComparison.Ordinal)));
        Assert.Empty(fautes);
    }

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Rien_ne_depasse_d_un_ecran_de_320_pixels(string adresse)
    {
        Assert.SkipWhen(adresse == "/ui", "The gallery is for developers, on a desk: something in it is wider than a small phone.");
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        await visite.Page.GotoAsync(adresse);
        var depasse = await visite.Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll("body *")]
              .filter(e => e.getBoundingClientRect().right > 321 && !e.parentElement.closest(".fa-tableau__cadre, .fa-graphique__cadre")).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 10)
            """);
        Assert.Empty(depasse);
    }
}
