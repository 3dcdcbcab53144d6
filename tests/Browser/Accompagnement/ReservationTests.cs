using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Contracts.Cartographie;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>Booking on a small phone, without script; then by the keyboard alone.</summary>
public class ReservationTests(Navigateur navigateur)
{
    private string Lieu => navigateur.Site.Services.GetRequiredService<INomsDesLieux>().Trouver(Personas.LieuDeLaMediatheque)!.Page;

    [Fact]
    public async Task Un_rendez_vous_se_prend_a_360_pixels_sans_script()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 }, JavaScriptEnabled = false });
        var page = visite.Page;
        await page.GotoAsync(Lieu);
        await page.Locator(".fa-prochain a").ClickAsync();
        await page.Locator(".fa-heure").Nth(4).ClickAsync();
        await page.GetByLabel("Prénom, ou le nom que vous voulez").FillAsync("Jo d’essai");
        await page.GetByText("Demander un interprète, un endroit calme…").ClickAsync();
        await page.GetByLabel("Gros caractères").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Réserver", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Je confirme" }).ClickAsync();
        Assert.Equal("C’est réservé", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("Gros caractères", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByText("Annuler", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Oui, annuler" }).ClickAsync();
        Assert.Equal("Réservation annulée", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task Un_rendez_vous_se_prend_au_clavier_seul()
    {
        await using var visite = await navigateur.VisiterAsync();
        var page = visite.Page;
        await page.GotoAsync(LiensAgenda.Reserver(Lieu));
        await page.Locator(".fa-heure").Nth(6).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriverAsync(@"/creneau\?debut=");
        await page.GetByLabel("Prénom, ou le nom que vous voulez").FocusAsync();
        await page.Keyboard.TypeAsync("Lina d’essai");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriverAsync("/rendez-vous/[^/]+$");
        await page.GetByRole(AriaRole.Button, new() { Name = "Je confirme" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.ArriverAsync(@"\?fait=confirme$");
        Assert.Equal("C’est réservé", await page.Locator("h1").InnerTextAsync());
        Assert.Empty(visite.Plaintes);
    }
}
