using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Comptes;

/// <summary>Pages about personal data, seen by who has their right: axe finds nothing grave, nothing overflows a small phone, a form works without script.</summary>
public class DonneesPersonnellesTests(Navigateur navigateur)
{
    public static TheoryData<string, string> Pages() => new()
    {
        { "mediateur", "/mes-donnees" },
        { "mediateur", "/mes-donnees/accords" },
        { "mediateur", "/mes-donnees/demander" },
        { "mediateur", "/mes-donnees/effacement" },
        { "mediateur", "/mes-donnees/assistance" },
        { "gestionnaire_structure", "/comptes/traitements" },
        { "gestionnaire_structure", "/comptes/kit" },
        { "gestionnaire_structure", "/comptes/kit/affiche" },
        { "gestionnaire_structure", "/comptes/kit/analyse-d-impact" },
        { "gestionnaire_structure", "/comptes/kit/registre" },
        { "gestionnaire_structure", "/comptes/demandes" },
        { "support", "/comptes/assistance" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_ne_trouve_rien_de_grave_et_rien_ne_depasse(string role, string adresse)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        await visite.Page.GotoAsync($"/demo/connexion/{role}?retour={adresse}");
        Assert.EndsWith(adresse, new Uri(visite.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await visite.Page.Locator("h1").CountAsync());
        var fautes = new List<string>();
        foreach (var theme in (string[])["clair", "sombre"])
        {
            await visite.Page.EvaluateAsync("t => { document.documentElement.dataset.theme = t; }", theme);
            fautes.AddRange((await Axe.GravesAsync(visite.Page)).Select(f => $"{theme}: {f}"));
        }

        Assert.Empty(fautes);
        Assert.True(await visite.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");
    }

    [Fact]
    public async Task Sans_script_au_clavier_une_demande_part_apres_une_confirmation()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visite.Page.GotoAsync("/demo/connexion/aidant?retour=/mes-donnees/demander");
        await visite.Page.GetByLabel("Corriger", new PageGetByLabelOptions { Exact = true }).FocusAsync();
        await visite.Page.Keyboard.PressAsync("Space");
        await visite.Page.Keyboard.PressAsync("Tab");
        await visite.Page.Keyboard.TypeAsync("Mon compte bancaire est le FR76 3000 6000 0112 3456 7890 189");
        await visite.Page.Keyboard.PressAsync("Tab");
        await visite.Page.Keyboard.PressAsync("Enter");
        var boite = visite.Page.GetByLabel("Je comprends, enregistrer quand même");
        await boite.FocusAsync();
        await visite.Page.Keyboard.PressAsync("Space");
        await visite.Page.Keyboard.PressAsync("Tab");
        await visite.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visite.Page.GetByText("Votre demande est reçue.")).ToBeVisibleAsync();
    }
}
