using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Comptes;

/// <summary>Passkeys in a real browser, with its virtual authenticator; and the pages of signing in and of one's account, by axe, by keyboard and on a small phone.</summary>
public sealed class ClesDAccesTests(Navigateur navigateur)
{
    // Passkeys want a name: browsers refuse them at 127.0.0.1.
    private string Site => $"http://localhost:{navigateur.Site.Adresse.Port}";

    [Fact]
    public async Task Une_cle_d_acces_se_cree_fait_entrer_prouve_et_se_retire()
    {
        await using var visite = await navigateur.VisiterAsync();
        var page = visite.Page;
        var appareil = await AuthentificateurAsync(page);
        await page.GotoAsync($"{Site}/demo/connexion/auditeur?retour=/mon-compte/cles/nouvelle");
        await page.FillAsync("#Cle_Nom", "Téléphone d’essai");
        await page.ClickAsync("form[data-cle-acces] button");
        await page.ArriverAsync(@"^/mon-compte\?fait=cle$");
        await page.GetByRole(AriaRole.Rowheader, new PageGetByRoleOptions { Name = "Téléphone d’essai" }).WaitForAsync();

        // A second device can't be enrolled twice: the browser itself refuses, and the page says so.
        await page.GotoAsync($"{Site}/mon-compte/cles/nouvelle");
        await page.ClickAsync("form[data-cle-acces] button");
        await page.GetByText("Votre appareil n’a pas donné de clé d’accès").WaitForAsync();

        await SeDeconnecterAsync(page);
        // The device answers when the button is used, not before.
        await appareil.RepondreAsync(false);
        await page.GotoAsync($"{Site}/connexion?retour=/mon-compte");
        await ProposeeAsync(page);
        await appareil.RepondreAsync(true);
        await visite.TabulerJusquAAsync("form[data-cle-acces] button");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriverAsync("^/mon-compte$");
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Mon compte", Exact = true }).WaitForAsync();

        // The second factor again, with the same passkey.
        navigateur.Site.Horloge.Avancer(TimeSpan.FromMinutes(16));
        await page.GotoAsync($"{Site}/mon-compte/application");
        await page.ArriverAsync(@"^/connexion/preuve\?retour=");
        await page.ClickAsync("form[data-cle-acces] button");
        await page.ArriverAsync("^/mon-compte/application$");
        await page.ClickAsync("summary");
        var graine = Base32.Lire(await page.TextContentAsync(".fa-graine"))!;
        await page.FillAsync("#Code", CodeTemporel.Calculer(graine, CodeTemporel.PasDe(navigateur.Site.Horloge.Instant)));
        await page.ClickAsync("form:has(#Code) button");
        await page.ArriverAsync(@"^/mon-compte\?fait=application$");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Renommer ou retirer Téléphone d’essai" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Retirer la clé" }).ClickAsync();
        await page.ArriverAsync(@"^/mon-compte\?fait=cle-retiree$");
        await SeDeconnecterAsync(page);
        await appareil.RepondreAsync(false);
        await page.GotoAsync($"{Site}/connexion");
        await ProposeeAsync(page);
        await appareil.RepondreAsync(true);
        await page.ClickAsync("form[data-cle-acces] button");
        await appareil.RepondreAsync(false);
        await page.GetByText("n’a pas été reconnue").First.WaitForAsync();
        Assert.DoesNotContain(visite.Plaintes, p => !p.Contains("status of 400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_navigateur_propose_sa_cle_d_acces_dans_le_champ_sans_qu_on_demande()
    {
        await using var visite = await navigateur.VisiterAsync();
        var page = visite.Page;
        var appareil = await AvecUneCleAsync(page);
        await page.GotoAsync($"{Site}/connexion?retour=/mon-compte/sessions");
        await page.ArriverAsync(@"^/mon-compte/sessions(\?|$)");

        // Nobody chose: the page waits, its field is filled and its button used as if nothing were proposed; what waited is given up.
        await SeDeconnecterAsync(page);
        await appareil.RepondreAsync(false);
        await page.GotoAsync($"{Site}/connexion?retour=/mon-compte/sessions");
        await ProposeeAsync(page);
        Assert.Equal("username webauthn", await page.GetAttributeAsync("#Courriel", "autocomplete"));
        await page.FillAsync("#Courriel", "quelqu.un@example.org");
        await page.CheckAsync("#PostePartage");
        await appareil.RepondreAsync(true);
        await page.ClickAsync("form[data-cle-acces] button");
        await page.ArriverAsync(@"^/mon-compte/sessions(\?|$)");
        // The box that was ticked beside went along.
        Assert.Contains("Passkey 10 ouverte", await navigateur.Site.AvecBaseAsync(db => db.Set<Session>().Select(s => s.Facteur + " " + s.InactiviteMinutes + (s.FermeeLe == null ? " ouverte" : " fermée")).ToListAsync(), "systeme:connexion"));
        Assert.Empty(visite.Plaintes);
    }

    [Theory]
    [InlineData("delete PublicKeyCredential.isConditionalMediationAvailable")]
    [InlineData("PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)")]
    [InlineData("PublicKeyCredential.isConditionalMediationAvailable = () => Promise.reject(new Error('no'))")]
    public async Task Un_navigateur_qui_ne_propose_rien_garde_le_bouton(string navigateurAncien)
    {
        await using var visite = await navigateur.VisiterAsync();
        var page = visite.Page;
        await AvecUneCleAsync(page);
        await page.AddInitScriptAsync(navigateurAncien);
        await page.GotoAsync($"{Site}/connexion?retour=/mon-compte/sessions");
        await page.WaitForTimeoutAsync(800);
        Assert.EndsWith("/connexion?retour=/mon-compte/sessions", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("form[data-cle-acces] button");
        await page.ArriverAsync(@"^/mon-compte/sessions(\?|$)");
        Assert.Empty(visite.Plaintes);
    }

    [Theory]
    [InlineData("/connexion")]
    [InlineData("/connexion?envoye=true")]
    [InlineData("/connexion/secours")]
    [InlineData("/connexion/preuve")]
    [InlineData("/mon-compte")]
    [InlineData("/mon-compte/identite")]
    [InlineData("/mon-compte/courriel")]
    [InlineData("/mon-compte/application")]
    [InlineData("/mon-compte/codes")]
    [InlineData("/mon-compte/carte")]
    [InlineData("/mon-compte/proconnect")]
    [InlineData("/mon-compte/cles/nouvelle")]
    [InlineData("/mon-compte/sessions")]
    [InlineData("/mon-compte/fermer")]
    [InlineData("/comptes/depannages")]
    public async Task Axe_ne_trouve_rien_et_rien_ne_depasse(string adresse)
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        var page = visite.Page;
        if (adresse is not ("/connexion" or "/connexion?envoye=true"))
        {
            await page.GotoAsync($"{Site}/demo/connexion/gestionnaire_structure?retour={Uri.EscapeDataString(adresse)}");
        }

        await page.GotoAsync($"{Site}{adresse}");
        Assert.EndsWith(adresse, page.Url, StringComparison.Ordinal);
        foreach (var theme in (string[])["clair", "sombre"])
        {
            await page.EvaluateAsync("t => { document.documentElement.dataset.theme = t; }", theme);
            Assert.Empty((await Axe.GravesAsync(page)).Select(f => $"{theme}: {f}"));
        }

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{adresse} overflows.");
        Assert.Empty(visite.Plaintes);
    }

    [Fact]
    public async Task Sans_script_le_lien_par_courriel_se_demande()
    {
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = visite.Page;
        await page.GotoAsync($"{Site}/connexion");
        Assert.False(await page.Locator("form[data-cle-acces]").IsVisibleAsync());
        await page.FillAsync("#Courriel", "personne.inventee@example.org");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Recevoir un lien" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Regardez vos courriels" }).WaitForAsync();
    }

    /// <summary>Somebody whose device holds a passkey, signed out.</summary>
    private async Task<Appareil> AvecUneCleAsync(IPage page)
    {
        var appareil = await AuthentificateurAsync(page);
        await page.GotoAsync($"{Site}/demo/connexion/referent?retour=/mon-compte/cles/nouvelle");
        await page.ClickAsync("form[data-cle-acces] button");
        await page.ArriverAsync(@"^/mon-compte\?fait=cle$");
        await SeDeconnecterAsync(page);
        return appareil;
    }

    private static async Task SeDeconnecterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Se déconnecter" }).ClickAsync();
        await page.ArriverAsync("^/deconnexion$");
    }

    /// <summary>Waits until the browser proposes the passkeys that it has.</summary>
    private static async Task ProposeeAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.proposee");
        // From the page to the browser.
        await page.WaitForTimeoutAsync(300);
    }

    private static async Task<Appareil> AuthentificateurAsync(IPage page)
    {
        await page.AddInitScriptAsync("const demander = navigator.credentials?.get.bind(navigator.credentials); if (demander) { navigator.credentials.get = (o) => { window.proposee = o.mediation === 'conditional'; return demander(o); }; }");
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        var cree = await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new Appareil(cdp, cree!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>The virtual device, which answers at once or waits for a finger.</summary>
    private sealed record Appareil(ICDPSession Session, string Id)
    {
        public async Task RepondreAsync(bool repond) =>
            await Session.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object>(StringComparer.Ordinal) { ["authenticatorId"] = Id, ["enabled"] = repond });
    }
}
