using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>A day without network, in a real browser, with the network really cut at each step.</summary>
public class HorsLigneTests(Navigateur navigateur)
{
    private const string Code = "260517";

    private static readonly BrowserNewContextOptions Telephone = new() { ViewportSize = new ViewportSize { Width = 320, Height = 640 }, HasTouch = true, IsMobile = true, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task La_journee_se_fait_sans_reseau_et_part_au_retour()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "La journée");
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        // Before the form is filled.
        reseau.Couper();
        await page.GotoAsync($"{reseau.Adresse}aujourd-hui");
        await OuvrirAsync(page);
        await EcrireAsync(page, "Coupé avant");
        await EtatAsync(page, "1 compte rendu en attente.");
        // While it is filled.
        reseau.Retablir();
        await CommencerAsync(page, "Coupé pendant");
        reseau.Couper();
        await page.GetByRole(AriaRole.Button, new() { Name = "Garder et envoyer" }).And(page.Locator("visible=true")).ClickAsync();
        await EtatAsync(page, "2 comptes rendus en attente.");
        // While it is sent: the site has it, the telephone doesn't know.
        reseau.Retablir();
        reseau.CouperLaReponse("/hors-ligne/envois");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer maintenant" }).ClickAsync();
        await EtatAsync(page, "Le site ne répond pas.");
        Assert.Equal(1, reseau.Coupees);
        await EtatAsync(page, "2 comptes rendus en attente.");
        Assert.Equal(2, await CompterAsync("Coupé avant", "Coupé pendant"));
        // Back again: the same two, once.
        reseau.Retablir();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer maintenant" }).ClickAsync();
        await EtatAsync(page, "Tout est envoyé.");
        Assert.Equal(2, await CompterAsync("Coupé avant", "Coupé pendant"));
    }

    /// <summary>A telephone of the médiateur of the demonstration, where work without network is activated; its clock is the site's.</summary>
    private async Task<Visite> ActiverAsync(CoupureDeReseau reseau, string nom, double decalageEnJours = 0, Role role = Role.Mediateur)
    {
        var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await visite.Page.Context.AddInitScriptAsync(Horloge(navigateur.Site.Horloge.Instant - TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(decalageEnJours)));
        await navigateur.ConnecterAsync(visite, role);
        var page = visite.Page;
        await page.GotoAsync($"{reseau.Adresse}hors-ligne/activer");
        await page.Locator("[name=Nom]").FillAsync(nom);
        await page.Locator("#hl-code").FillAsync(Code);
        await page.Locator("#hl-code-2").FillAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Activer sur cet appareil" }).ClickAsync();
        await page.WaitForURLAsync("**/hors-ligne");
        return visite;
    }

    private static async Task OuvrirAsync(IPage page, string code = Code)
    {
        await page.Locator("[data-hl-ecran=code] #hl-code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir", Exact = true }).ClickAsync();
        await page.Locator("[data-hl-ecran=code]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private static async Task CommencerAsync(IPage page, string demarche)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter un accompagnement" }).ClickAsync();
        var formulaire = page.Locator("[data-hl-formulaire=activite]");
        await formulaire.Locator(".fa-puce", new() { HasText = "E-mail" }).First.ClickAsync();
        await formulaire.GetByRole(AriaRole.Radio, new() { NameString = "Surtout avec" }).CheckAsync();
        await formulaire.Locator(".fa-puce", new() { HasText = "30 min" }).First.ClickAsync();
        await formulaire.Locator(".fa-puce", new() { HasText = "À distance" }).First.ClickAsync();
        await formulaire.Locator("[name='F.Demarche']").FillAsync(demarche);
    }

    private static async Task EcrireAsync(IPage page, string demarche)
    {
        await CommencerAsync(page, demarche);
        await page.Locator("[data-hl-formulaire=activite]").GetByRole(AriaRole.Button, new() { Name = "Garder et envoyer" }).ClickAsync();
        await page.Locator("[data-hl-ecran=jour]").WaitForAsync();
    }

    private static Task EtatAsync(IPage page, string phrase) => page.Locator("[data-hl-etat]", new() { HasText = phrase }).WaitForAsync();

    private Task<int> CompterAsync(params string[] demarches) => navigateur.Site.AvecBaseAsync(db => db.Set<Activite>().CountAsync(a => demarches.Contains(a.Demarche)), "systeme:taches");

    /// <summary>A clock that is so far from the machine's.</summary>
    private static string Horloge(TimeSpan decalage) => string.Create(CultureInfo.InvariantCulture, $$"""
        (() => {
          const Vraie = Date, maintenant = Date.now.bind(Date);
          const decalage = () => Number(localStorage.getItem("essai.decalage") ?? {{decalage.TotalMilliseconds:0}});
          globalThis.Date = class extends Vraie {
            constructor(...a) { if (a.length) super(...a); else super(maintenant() + decalage()); }
            static now() { return maintenant() + decalage(); }
          };
        })()
        """);
}
