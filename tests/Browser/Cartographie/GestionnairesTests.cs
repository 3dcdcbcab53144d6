using System.Text;
using FaireAvec.Kernel.Securite;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Cartographie;

/// <summary>Somebody keeps the data: the review by keyboard alone, a file given, looked at and published without script.</summary>
public class GestionnairesTests(Navigateur navigateur)
{
    private const string File = $"/donnees/doublons?source={DonneesAMontrer.Source}&certitude=Forte";

    [Fact]
    public async Task La_file_des_doublons_au_clavier_seul()
    {
        await using var visite = await navigateur.VisiterAsync();
        await navigateur.ConnecterAsync(visite, Role.GestionnaireDonnees);
        var page = visite.Page;
        await page.GotoAsync(File);
        Assert.Equal("Est-ce le même lieu\u00a0?", await page.InnerTextAsync("h1"));
        Assert.True(await page.Locator("kbd:visible").CountAsync() >= 3);
        var premiere = page.Url;

        // Later: nothing is decided, the next pair comes.
        await page.Keyboard.PressAsync("p");
        await page.ArriverAsync("_2");
        Assert.Equal(0, await page.Locator("[data-raccourci=u]").CountAsync());

        // Different, then undone: the pair is back.
        var deuxieme = page.Url;
        await page.Keyboard.PressAsync("d");
        await page.ArriverAsync("^(?=.*_3).*fait=");
        Assert.Contains("deux lieux différents", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("u");
        await page.ArriverAsync("^(?!.*fait=).*_2");

        // While one types, letters are letters.
        await visite.TabulerJusquAAsync(".fa-revue__gestes summary");
        await page.Keyboard.PressAsync("Enter");
        await visite.TabulerJusquAAsync("textarea[name=Motif]", 5);
        await page.Keyboard.TypeAsync("mdp");
        Assert.Equal("mdp", await page.InputValueAsync("textarea[name=Motif]"));
        Assert.Contains("_2", page.Url, StringComparison.Ordinal);

        // Turned off, they do nothing, on the next page too.
        await visite.TabulerJusquAAsync("#raccourcis", 10);
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(0, await page.Locator("kbd:visible").CountAsync());
        await page.Keyboard.PressAsync("m");
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("m");
        Assert.Contains("_2", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(premiere, deuxieme);
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task L_apercu_d_une_correspondance_suit_ce_qu_on_ecrit()
    {
        await using var visite = await navigateur.VisiterAsync();
        await navigateur.ConnecterAsync(visite, Role.GestionnaireDonnees);
        var page = visite.Page;
        await page.GotoAsync($"/donnees/correspondances/{DonneesAMontrer.Source}");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "lieux.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("ID;NOM;LIBELLE;RUE;CP;VILLE\n1;Mairie;Accueil;1 rue de la Paix;42000;Saint-Étienne\n"),
        });
        var apercu = page.Locator("[data-apercu-sortie]");
        await apercu.GetByText("Aperçu de 1 enregistrement").WaitForAsync();

        // What is typed shows after a pause, without the file being chosen again; the field keeps the focus.
        var document = await page.InputValueAsync("textarea[name=Document]");
        await page.FillAsync("textarea[name=Document]", document.Replace("  commune: VILLE", "  commune: VILLE\n  structure_parente: LIBELLE", StringComparison.Ordinal));
        await apercu.GetByText("Structure porteuse").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.FillAsync("textarea[name=Document]", "correspondance: 99");
        await apercu.GetByText("Il y a un problème").WaitForAsync();
        Assert.Equal("Document", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Un_fichier_se_depose_se_regarde_et_se_publie_sans_script(int largeur)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = largeur, Height = 700 } });
        await navigateur.ConnecterAsync(visite, Role.GestionnaireDonnees);
        var page = visite.Page;
        var code = $"hub-sans-script-{largeur}";
        await page.GotoAsync("/donnees/importer");
        await page.SelectOptionAsync("select[name=source]", "nouvelle-source");
        await page.ClickAsync("summary");
        await page.FillAsync("input[name=Code]", code);
        await page.FillAsync("input[name=Nom]", $"Hub sans script {largeur}");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "lieux.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"id,pivot,nom,commune,code_postal,adresse,source,date_maj\n{code}_1,20005430200019,Lieu sans script,Saint-Étienne,42000,1 rue de la Paix,{code},2026-05-01\n"),
        });
        await page.ClickAsync("form[enctype] button[type=submit]");
        // The page asks for itself again until the file is read.
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Publier", Exact = true }).ClickAsync();
        Assert.Equal("Publier cet import\u00a0?", await page.InnerTextAsync("h1"));
        await page.ClickAsync("main form[method=post] button");
        Assert.Contains("C’est publié.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("1 ajoutés", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_horaires_se_verifient_pendant_que_l_on_ecrit()
    {
        await using var visite = await navigateur.VisiterAsync();
        await navigateur.ConnecterAsync(visite, Role.GestionnaireDonnees);
        await visite.Page.GotoAsync("/donnees/lieux/nouveau");
        await visite.Page.FillAsync("textarea[name=horaires]", "Mo-Fr 09:00-12:00");
        await visite.Page.WaitForSelectorAsync("[data-verification] [data-horaires]");
        Assert.Contains("9 h – 12 h", (await visite.Page.InnerTextAsync("[data-verification]")).Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        await visite.Page.FillAsync("textarea[name=horaires]", "lundi matin");
        await visite.Page.WaitForFunctionAsync("() => document.querySelector('[data-verification]').textContent.includes('non compris')");
        Assert.Empty(visite.Plaintes);
    }
}
