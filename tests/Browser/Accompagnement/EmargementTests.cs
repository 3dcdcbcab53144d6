using FaireAvec.Kernel.Securite;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>The register of a workshop on a tablet: signed with the finger, and ticked without script.</summary>
public class EmargementTests(Navigateur navigateur)
{
    private static readonly BrowserNewContextOptions Tablette = new() { ViewportSize = new ViewportSize { Width = 800, Height = 1100 }, HasTouch = true, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task On_signe_dans_le_cadre_on_efface_on_recommence_et_le_nombre_monte()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Tablette));
        await navigateur.ConnecterAsync(visite, Role.Mediateur, aPart: true);
        var page = visite.Page;
        await OuvrirAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Faire signer sur cette tablette" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verrouiller la tablette et faire signer" }).ClickAsync();
        var cadre = page.Locator("canvas");
        var champ = page.Locator("[name=Trace]");
        await DessinerAsync(page, cadre, souris: true);
        Assert.Matches(@"^\d+,\d+( \d+,\d+)+$", await champ.InputValueAsync());
        await page.GetByText("La signature est dans le cadre.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Effacer et recommencer" }).ClickAsync();
        Assert.Equal("", await champ.InputValueAsync());
        await DessinerAsync(page, cadre, souris: true);
        await DessinerAsync(page, cadre, souris: false);
        Assert.Matches(@"^\d+,\d+( \d+,\d+)+;\d+,\d+( \d+,\d+)+$", await champ.InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Valider" }).ClickAsync();
        await page.GetByText("Merci, c’est signé.").WaitForAsync();
        Assert.Equal("1 signature", (await page.Locator("[data-signatures]").InnerTextAsync()).Trim());
        // The next person finds an empty frame.
        Assert.Equal("", await champ.InputValueAsync());
        await DessinerAsync(page, cadre, souris: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Valider" }).ClickAsync();
        await page.Locator("[data-signatures='2']").WaitForAsync();

        // Back in the browser, or out of the page: nobody is signed in.
        var signer = page.Url.Split('?')[0];
        await page.GoBackAsync();
        await page.GotoAsync(signer);
        await page.GetByRole(AriaRole.Link, new() { Name = "Rendre la tablette" }).ClickAsync();
        await page.ArriverAsync(@"^/connexion\?");

        // The médiateur signs in, and finds the drawing again, line by line.
        await navigateur.ConnecterAsync(visite, Role.Mediateur, aPart: true);
        await page.GotoAsync(signer.Replace("/signer", "", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Corriger la ligne 1" }).ClickAsync();
        Assert.NotEqual("", await champ.InputValueAsync());
        Assert.StartsWith("M", await page.Locator("svg.fa-signature__dessin path").GetAttributeAsync("d"), StringComparison.Ordinal);
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Sans_script_on_coche_et_le_nombre_monte()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Tablette) { JavaScriptEnabled = false });
        await navigateur.ConnecterAsync(visite, Role.Mediateur, aPart: true);
        var page = visite.Page;
        await OuvrirAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Faire signer sur cette tablette" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verrouiller la tablette et faire signer" }).ClickAsync();
        Assert.False(await page.Locator("canvas").IsVisibleAsync());
        Assert.False(await page.Locator("[data-signature-effacer]").IsVisibleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Valider" }).ClickAsync();
        await page.Locator(".govuk-error-summary").WaitForAsync();
        await page.Locator("[name=Prenom]").FillAsync("Prénom Exemple");
        await page.Locator("[name=Present]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Valider" }).ClickAsync();
        await page.GetByText("Merci, c’est signé.").WaitForAsync();
        Assert.Equal("1 signature", (await page.Locator("[data-signatures]").InnerTextAsync()).Trim());
    }

    private static async Task OuvrirAsync(IPage page)
    {
        await page.GotoAsync("/activites/registres/nouveau");
        await page.Locator("[name=Titre]").FillAsync("Atelier de la tablette");
        await page.Locator("[name=Debut]").FillAsync("9 h");
        await page.Locator("[name=Fin]").FillAsync("10 h");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir le registre" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Atelier de la tablette" }).WaitForAsync();
    }

    private static async Task DessinerAsync(IPage page, ILocator cadre, bool souris)
    {
        await cadre.ScrollIntoViewIfNeededAsync();
        var boite = (await cadre.BoundingBoxAsync())!;
        var debut = souris ? 0.2f : 0.6f;
        var points = Enumerable.Range(0, 6).Select(i => (X: boite.X + (boite.Width * (debut + (0.05f * i))), Y: boite.Y + (boite.Height * (i % 2 == 0 ? 0.3f : 0.7f)))).ToList();
        if (souris)
        {
            await page.Mouse.MoveAsync(points[0].X, points[0].Y);
            await page.Mouse.DownAsync();
            foreach (var (x, y) in points.Skip(1))
            {
                await page.Mouse.MoveAsync(x, y);
            }

            await page.Mouse.UpAsync();
            return;
        }

        // A finger on the glass, as the browser itself is told of it.
        var appareil = await page.Context.NewCDPSessionAsync(page);
        foreach (var (i, (x, y)) in points.Index())
        {
            await appareil.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = i == 0 ? "touchStart" : "touchMove", ["touchPoints"] = new[] { new { x, y } } });
        }

        await appareil.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
    }
}
