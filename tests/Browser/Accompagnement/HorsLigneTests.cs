using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>A day without network, in a real browser, with the network really cut at each step.</summary>
public sealed class HorsLigneTests(Navigateur navigateur) : IAsyncLifetime
{
    /// <summary>Somebody has so many devices at most: those of the other journeys are taken back.</summary>
    public async ValueTask InitializeAsync()
    {
        if (navigateur.Site is { } site)
        {
            await site.AvecBaseAsync(db => db.Set<Appareil>().Where(a => a.RevoqueLe == null).ExecuteUpdateAsync(m => m.SetProperty(a => a.RevoqueLe, site.Horloge.Instant)), "systeme:taches,systeme:droits");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

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
        await GarderAsync(page);
        await EtatAsync(page, "2 comptes rendus en attente.");
        // While it is sent: the site has it, the telephone doesn't know.
        reseau.Retablir();
        reseau.CouperLaReponse("/hors-ligne/envois");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer maintenant" }).ClickAsync();
        await JusquaAsync(() => Task.FromResult(reseau.Coupees == 1));
        await EtatAsync(page, "Le site ne répond pas.");
        await EtatAsync(page, "2 comptes rendus en attente.");
        Assert.Equal(2, await CompterAsync("Coupé avant", "Coupé pendant"));
        // Back again: the same two, once.
        reseau.Retablir();
        await EnvoyerAsync(page, "Tout est envoyé.");
        Assert.Equal(2, await CompterAsync("Coupé avant", "Coupé pendant"));
    }

    [Fact]
    public async Task L_onglet_tue_se_rouvre_sans_reseau_avec_ce_qui_etait_tape_et_ce_qui_attend()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "L’onglet tué");
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        reseau.Couper();
        await EcrireAsync(page, "Gardé avant la mort");
        await EtatAsync(page, "1 compte rendu en attente.");
        await CommencerAsync(page, "Tapé, pas gardé");
        await page.WaitForTimeoutAsync(800);
        page = await TuerAsync(page);
        await page.GotoAsync($"{reseau.Adresse}hors-ligne");
        await OuvrirAsync(page);
        await page.GetByText("Nous avons retrouvé ce que vous écriviez.").And(page.Locator(":visible")).WaitForAsync();
        Assert.Equal("Tapé, pas gardé", await page.Locator("[name='F.Demarche']").InputValueAsync());
        await EtatAsync(page, "1 compte rendu en attente.");
        await GarderAsync(page);
        await EtatAsync(page, "2 comptes rendus en attente.");
        // Killed while it sends.
        reseau.Retablir();
        reseau.Retenir("POST /hors-ligne/envois", TimeSpan.FromSeconds(20));
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer maintenant" }).ClickAsync();
        await JusquaAsync(async () => await CompterAsync("Gardé avant la mort", "Tapé, pas gardé") == 2);
        page = await TuerAsync(page);
        reseau.Retenir(null);
        await page.GotoAsync($"{reseau.Adresse}hors-ligne");
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        Assert.Equal(2, await CompterAsync("Gardé avant la mort", "Tapé, pas gardé"));
    }

    [Fact]
    public async Task Rien_de_lisible_ne_reste_sur_l_appareil()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "Le coffre");
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        reseau.Couper();
        await EcrireAsync(page, "Motlisible");
        await CommencerAsync(page, "Motlisible encore");
        await page.WaitForTimeoutAsync(800);
        var (cles, brut) = await VoirAsync(page);
        Assert.Equal(["appareil", "coffre", "essais", "numero", "temps"], cles);
        foreach (var mot in (string[])["Motlisible", "Camille", "thematiques", "Personne", "atelier"])
        {
            Assert.DoesNotContain(mot, brut, StringComparison.OrdinalIgnoreCase);
        }

        // Of the site, the shell and its files are kept, and no page.
        var gardes = await page.EvaluateAsync<string[]>("async () => { const r = []; for (const n of await caches.keys()) for (const q of await (await caches.open(n)).keys()) r.push(new URL(q.url).pathname); return r; }");
        Assert.All(gardes, g => Assert.True(g is "/hors-ligne" or "/manifeste.webmanifest" || g.StartsWith("/ui/", StringComparison.Ordinal), g));
        Assert.Contains("/hors-ligne", gardes);
        // The right code elsewhere opens nothing: the browser never shows the key that goes with it.
        Assert.False(await page.EvaluateAsync<bool>("""
            async () => {
              const base = await new Promise(r => { const d = indexedDB.open('faireavec'); d.onsuccess = () => r(d.result); });
              const coffre = await new Promise(r => { const d = base.transaction('clair').objectStore('clair').get('coffre'); d.onsuccess = () => r(d.result); });
              return coffre.materiel.extractable;
            }
            """));
    }

    [Fact]
    public async Task Dix_codes_faux_effacent_tout_apres_l_avoir_dit()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "Dix codes", role: Role.ConseillerNumerique);
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        reseau.Couper();
        await EcrireAsync(page, "Perdu avec le téléphone");
        for (var essai = 1; essai <= 10; essai++)
        {
            // Closing the tab gives no try back.
            if (essai is 1 or 6)
            {
                page = await TuerAsync(page);
                await page.GotoAsync($"{reseau.Adresse}hors-ligne");
            }

            await page.Locator("[data-hl-ecran=code] #hl-code").FillAsync("111112");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir", Exact = true }).ClickAsync();
            if (essai < 10)
            {
                await page.Locator("[data-hl-code-erreur]", new() { HasText = essai < 5 ? "Ce n’est pas le bon code." : $"il reste {10 - essai} essai" }).WaitForAsync();
                await page.Locator("#hl-code:not([readonly])").WaitForAsync();
                Assert.Equal(essai >= 5, (await page.InnerTextAsync("[data-hl-code-erreur]")).Contains("même ce qui attend d’être envoyé (1)", StringComparison.Ordinal));
            }
        }

        await page.Locator("[data-hl-efface=code]:visible").WaitForAsync();
        Assert.Equal([[], []], await ResteAsync(page));
    }

    [Fact]
    public async Task Un_appareil_perdu_s_efface_au_premier_contact_meme_sans_session()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "Perdu au marché", role: Role.ConseillerNumerique);
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        reseau.Couper();
        await EcrireAsync(page, "Perdu au marché");
        await page.CloseAsync();

        await using var bureau = await navigateur.VisiterAsync();
        await navigateur.ConnecterAsync(bureau, Role.ConseillerNumerique);
        await bureau.Page.GotoAsync("/hors-ligne/appareils");
        bureau.Page.Dialog += (_, d) => _ = d.AcceptAsync();
        await bureau.Page.Locator("li", new() { HasText = "Perdu au marché" }).GetByRole(AriaRole.Button).ClickAsync();
        await bureau.Page.GetByText("L’appareil est retiré.").WaitForAsync();

        await visite.Page.Context.ClearCookiesAsync();
        reseau.Retablir();
        page = await visite.Page.Context.NewPageAsync();
        await page.GotoAsync($"{reseau.Adresse}hors-ligne");
        await page.Locator("[data-hl-efface=revoque]:visible").WaitForAsync();
        Assert.Equal([[], []], await ResteAsync(page));
        Assert.Equal(0, await CompterAsync("Perdu au marché"));
    }

    // What is asked before the code is given answers late: it must not let a second sending begin beside the first, which would find the door shut and wait a minute.
    [Fact]
    public async Task Une_verification_lente_ne_retient_pas_ce_qui_est_note_ensuite()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "La lente");
        var page = visite.Page;
        var (etat, lot, lotDemande) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var etats = 0;
        await page.RouteAsync("**/hors-ligne/etat", async demande =>
        {
            await (Interlocked.Increment(ref etats) == 1 ? etat.Task : Task.CompletedTask);
            await demande.ContinueAsync();
        });
        await page.RouteAsync("**/hors-ligne/lot", async demande =>
        {
            lotDemande.TrySetResult();
            await lot.Task;
            await demande.ContinueAsync();
        });
        await page.ReloadAsync();
        await OuvrirAsync(page);
        etat.SetResult();
        await lotDemande.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await EcrireAsync(page, "Pendant ce temps");
        lot.SetResult();
        await EtatAsync(page, "Tout est envoyé.", 30_000);
        Assert.Equal(1, await CompterAsync("Pendant ce temps"));
    }

    [Fact]
    public async Task Une_horloge_fausse_est_dite_et_ne_donne_pas_de_jours_en_plus()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "L’horloge", decalageEnJours: 365);
        var page = visite.Page;
        await OuvrirAsync(page);
        await page.Locator("[data-hl-dire]", new() { HasText = "L’heure de cet appareil avance d’environ un an." }).WaitForAsync();
        await EtatAsync(page, "Tout est envoyé.");
        // The difference is known: what is noted today is of today.
        await EcrireAsync(page, "Un an d’avance");
        await EtatAsync(page, "Tout est envoyé.");
        Assert.Equal(1, await CompterAsync("Un an d’avance"));

        reseau.Couper();
        await EcrireAsync(page, "Avant l’oubli");
        // Eight days later, without contact.
        await DecalerAsync(page, 365 + 8);
        await page.ReloadAsync();
        await OuvrirAsync(page);
        await page.GetByText("L’agenda et les personnes sont oubliés").WaitForAsync();
        await EtatAsync(page, "1 compte rendu en attente.");
        // The clock is put back: nothing comes back.
        await DecalerAsync(page, 365 - 20);
        await page.ReloadAsync();
        await OuvrirAsync(page);
        await page.GetByText("L’agenda et les personnes sont oubliés").WaitForAsync();
        await page.Locator("[data-hl-dire]", new() { HasText = "L’heure de cet appareil a reculé." }).WaitForAsync();
        reseau.Retablir();
        await EnvoyerAsync(page, "Tout est envoyé.");
        await page.GetByText("L’agenda et les personnes sont oubliés").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal(1, await CompterAsync("Avant l’oubli"));
    }

    [Fact]
    public async Task Deux_appareils_finissent_le_meme_brouillon_et_le_second_choisit()
    {
        var site = navigateur.Site;
        await using var bureau = await navigateur.VisiterAsync();
        await navigateur.ConnecterAsync(bureau, Role.Mediateur);
        await bureau.Page.GotoAsync("/activites/nouvelle");
        await bureau.Page.Locator("[name='F.Demarche']").FillAsync("Brouillon pour deux");
        await bureau.Page.Locator("[data-brouillon-avis]", new() { HasText = "Brouillon gardé" }).WaitForAsync();

        // A network for each: with one for both, the second device could send first, by itself, as soon as it comes back.
        await using var reseauDuPremier = new CoupureDeReseau(site.Adresse);
        await using var reseau = new CoupureDeReseau(site.Adresse);
        await using var un = await ActiverAsync(reseauDuPremier, "Le premier");
        await using var deux = await ActiverAsync(reseau, "Le second");
        foreach (var (visite, suite) in new[] { (un, "Réponses du premier"), (deux, "Réponses du second") })
        {
            await OuvrirAsync(visite.Page);
            await EtatAsync(visite.Page, "Tout est envoyé.");
        }

        reseauDuPremier.Couper();
        reseau.Couper();
        foreach (var (visite, suite) in new[] { (un, "Réponses du premier"), (deux, "Réponses du second") })
        {
            await visite.Page.GetByRole(AriaRole.Button, new() { Name = "Brouillon pour deux" }).First.ClickAsync();
            await RemplirAsync(visite.Page);
            await visite.Page.Locator("[name='F.Suite']").FillAsync(suite);
            await GarderAsync(visite.Page);
        }

        reseauDuPremier.Retablir();
        await EnvoyerAsync(un.Page, "Tout est envoyé.");
        reseau.Retablir();
        await EnvoyerAsync(deux.Page, "1 envoi à revoir.");
        await deux.Page.GetByText("Cette activité a déjà été envoyée, avec d’autres réponses.").WaitForAsync();
        await deux.Page.GetByRole(AriaRole.Link, new() { Name = "Voir sur le site" }).ClickAsync();
        await deux.Page.GetByText("Réponses du premier").WaitForAsync();
        await deux.Page.GetByRole(AriaRole.Button, new() { Name = "Garder celle de mon appareil" }).ClickAsync();
        await deux.Page.GetByText("la version de votre appareil est gardée").WaitForAsync();
        await deux.Page.GotoAsync($"{reseau.Adresse}hors-ligne");
        await OuvrirAsync(deux.Page);
        await EtatAsync(deux.Page, "Tout est envoyé.");
        Assert.Equal("Réponses du second", await site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Demarche == "Brouillon pour deux").Select(a => a.Suite).SingleAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task Presences_rendez_vous_et_carte_se_font_sans_reseau()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "Toute la journée");
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        await page.Locator("[data-hl-si=cartes]:visible").WaitForAsync();
        reseau.Couper();

        // A card, then what was done with the person who has it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Donner une carte" }).ClickAsync();
        var numero = await page.InnerTextAsync("[data-hl-carte-numero]");
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}$", numero);
        Assert.Matches("^[0-9A-Z]{3}-[0-9A-Z]{3}$", await page.InnerTextAsync("[data-hl-carte-secret]"));
        await page.GetByRole(AriaRole.Button, new() { Name = "La personne a sa carte" }).ClickAsync();
        await EtatAsync(page, "1 envoi en attente.");
        await CommencerAsync(page, "Avec sa carte toute neuve");
        await page.Locator("[data-hl-personnes] .fa-puce", new() { HasText = numero }).ClickAsync();
        await GarderAsync(page);

        // The next card is another one.
        await page.GetByRole(AriaRole.Button, new() { Name = "Donner une carte" }).ClickAsync();
        Assert.NotEqual(numero, await page.InnerTextAsync("[data-hl-carte-numero]"));
        await page.Locator("[data-hl-ecran=carte]").GetByRole(AriaRole.Button, new() { Name = "Revenir sans garder" }).ClickAsync();

        // An appointment, at one of the free times.
        await page.GetByRole(AriaRole.Button, new() { Name = "Donner un rendez-vous" }).ClickAsync();
        var formulaire = page.Locator("[data-hl-formulaire=rendez_vous]");
        await formulaire.GetByRole(AriaRole.Button, new() { Name = "Garder et envoyer" }).ClickAsync();
        await formulaire.Locator("[data-hl-fautes]", new() { HasText = "Choisissez la personne, ou écrivez un prénom." }).WaitForAsync();
        await formulaire.Locator("[name='R.Prenom']").FillAsync("Prénom du camion");
        await formulaire.Locator("[name='R.Creneau']").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        Assert.NotEqual("", await formulaire.Locator("[name='R.De']").InputValueAsync());
        await GarderAsync(page, "rendez_vous");
        await EtatAsync(page, "3 envois en attente.");

        // Who came.
        await page.GetByRole(AriaRole.Button, new() { Name = "Cocher les présences" }).First.ClickAsync();
        await page.Locator("[data-hl-formulaire=presence] .fa-puce", new() { HasText = "Présente" }).First.ClickAsync();
        await GarderAsync(page, "presence");
        await EtatAsync(page, "4 envois en attente.");
        reseau.Retablir();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer maintenant" }).ClickAsync();
        await JusquaAsync(async () => !(await page.InnerTextAsync("[data-hl-etat]")).Contains("en attente", StringComparison.Ordinal));
        var (actes, cartes, rendezVous) = await navigateur.Site.AvecBaseAsync(
            async db => (
                await db.Set<Activite>().CountAsync(a => a.Demarche == "Avec sa carte toute neuve" && a.Suivies == 1),
                await db.Set<CarteDeParcours>().CountAsync(c => c.Numero == numero.Replace("-", "")),
                await db.Set<RendezVous>().CountAsync(r => r.Origine == OrigineDeReservation.Mediateur && r.PrenomFerme != null)),
            "systeme:taches,systeme:personnes,systeme:agenda");
        Assert.Equal((1, 1), (actes, cartes));
        Assert.True(rendezVous > 0);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("jour")]
    [InlineData("activite")]
    [InlineData("rendez_vous")]
    [InlineData("carte")]
    [InlineData("presence")]
    public async Task Axe_ne_trouve_rien_de_grave_dans_la_coquille_et_rien_ne_depasse(string ecran)
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, $"Axe {ecran}", role: ecran == "presence" ? Role.Mediateur : Role.ConseillerNumerique);
        var page = visite.Page;
        if (ecran != "code")
        {
            await OuvrirAsync(page);
            await EtatAsync(page, "Tout est envoyé.");
            reseau.Couper();
            await EcrireAsync(page, "Pour axe");
            var bouton = ecran switch { "activite" => "Noter un atelier", "rendez_vous" => "Donner un rendez-vous", "carte" => "Donner une carte", "presence" => "Cocher les présences", _ => null };
            if (bouton is not null)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = bouton }).First.ClickAsync();
            }
        }

        await page.Locator($"[data-hl-ecran={ecran}]").WaitForAsync();
        Assert.Empty(await Axe.GravesAsync(page));
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 321);
        if (Environment.GetEnvironmentVariable("FAIREAVEC_IMAGES") is { Length: > 0 } dossier)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(dossier, $"hors-ligne-{ecran}.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task Sans_session_tout_attend_et_le_dit()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "Sans session");
        var page = visite.Page;
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        await page.Context.ClearCookiesAsync();
        await EcrireAsync(page, "Sans session");
        await EtatAsync(page, "1 compte rendu en attente. Reconnectez-vous pour envoyer.");
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Se connecter" }).IsVisibleAsync());
        await navigateur.ConnecterAsync(visite, Role.Mediateur);
        // As the browser tells it: back from a place without network.
        await page.Context.SetOfflineAsync(true);
        await EtatAsync(page, "Pas de réseau.");
        await page.Context.SetOfflineAsync(false);
        await EtatAsync(page, "Tout est envoyé.");
        Assert.Equal(1, await CompterAsync("Sans session"));
    }

    [Fact]
    public async Task Le_site_mis_a_jour_entre_temps_prend_ce_qui_attendait_et_l_appareil_prend_la_nouvelle_version()
    {
        await using var ancien = await ApplicationDeTest.DemarrerAsync();
        var cookie = await ancien.CookieDeAsync(Role.Mediateur);
        await using var reseau = new CoupureDeReseau(ancien.Adresse);
        await using var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await visite.Page.Context.AddInitScriptAsync(Horloge(ancien.Horloge.Instant - TimeProvider.System.GetUtcNow()));
        await visite.Page.Context.AddCookiesAsync([new Cookie { Name = "fa-session", Value = cookie, Url = reseau.Adresse.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        var page = visite.Page;
        await ActiverAsync(page, reseau, "Mis à jour");
        await OuvrirAsync(page);
        await EtatAsync(page, "Tout est envoyé.");
        var avant = await page.Locator("[data-hl]").GetAttributeAsync("data-version");
        reseau.Couper();
        await EcrireAsync(page, "Écrit avant la mise à jour");

        await using var nouveau = await ApplicationDeTest.DemarrerAsync(new Tests.Support.ReglagesDeTest
        {
            Base = ancien.Base,
            Horloge = ancien.Horloge,
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["HorsLigne:Edition"] = "suivante" },
        });
        reseau.Vers(nouveau.Adresse);
        reseau.Retablir();
        // The old page, still open, sends to the new site.
        await EnvoyerAsync(page, "Tout est envoyé.");
        Assert.Equal(1, await nouveau.AvecBaseAsync(db => db.Set<Activite>().CountAsync(a => a.Demarche == "Écrit avant la mise à jour"), "systeme:taches"));

        // It takes the new version by itself, forgets the old one, and opens it without network.
        await JusquaAsync(async () => await page.EvaluateAsync<bool>("async v => { const c = await caches.keys(); return c.length === 1 && !c[0].endsWith(v); }", avant));
        reseau.Couper();
        page = await TuerAsync(page);
        await page.GotoAsync($"{reseau.Adresse}hors-ligne");
        await OuvrirAsync(page);
        Assert.NotEqual(avant, await page.Locator("[data-hl]").GetAttributeAsync("data-version"));
        await EcrireAsync(page, "Écrit après");
        await EtatAsync(page, "1 compte rendu en attente.");
    }

    [Fact]
    public async Task Une_page_qui_ne_vient_pas_en_trois_secondes_laisse_place_et_s_attend_si_l_on_veut()
    {
        await using var reseau = new CoupureDeReseau(navigateur.Site.Adresse);
        await using var visite = await ActiverAsync(reseau, "Lente");
        var page = visite.Page;
        reseau.Retenir("GET /activites", TimeSpan.FromSeconds(4));
        await page.GotoAsync($"{reseau.Adresse}activites");
        await page.Locator("[data-hl-ecran=code]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Attendre la page demandée" }).ClickAsync();
        await page.Locator("h1", new() { HasText = "activité" }).WaitForAsync();
    }

    /// <summary>A telephone of the médiateur of the demonstration, where work without network is activated; its clock is the site's.</summary>
    private async Task<Visite> ActiverAsync(CoupureDeReseau reseau, string nom, double decalageEnJours = 0, Role role = Role.Mediateur)
    {
        var visite = await navigateur.VisiterAsync(new BrowserNewContextOptions(Telephone));
        await visite.Page.Context.AddInitScriptAsync(Horloge(navigateur.Site.Horloge.Instant - TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(decalageEnJours)));
        // The key takes its time on purpose, and more when the machine is busy.
        visite.Page.Context.SetDefaultTimeout(45_000);
        await navigateur.ConnecterAsync(visite, role);
        await ActiverAsync(visite.Page, reseau, nom);
        return visite;
    }

    private static async Task ActiverAsync(IPage page, CoupureDeReseau reseau, string nom)
    {
        await page.GotoAsync($"{reseau.Adresse}hors-ligne/activer");
        await page.Locator("[name=Nom]").FillAsync(nom);
        await page.Locator("#hl-code").FillAsync(Code);
        await page.Locator("#hl-code-2").FillAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Activer sur cet appareil" }).ClickAsync();
        await page.ArriverAsync("^/hors-ligne$");
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
        await RemplirAsync(page);
        await page.Locator("[name='F.Demarche']").FillAsync(demarche);
    }

    private static async Task RemplirAsync(IPage page)
    {
        var formulaire = page.Locator("[data-hl-formulaire=activite]");
        await formulaire.Locator(".fa-puce", new() { HasText = "E-mail" }).First.ClickAsync();
        await formulaire.GetByRole(AriaRole.Radio, new() { NameString = "Surtout avec" }).CheckAsync();
        await formulaire.Locator(".fa-puce:has([name='F.Duree'])", new() { HasText = "30 min" }).First.ClickAsync();
        await formulaire.Locator(".fa-puce", new() { HasText = "À distance" }).First.ClickAsync();
    }

    private static async Task JusquaAsync(Func<Task<bool>> vrai)
    {
        for (var essai = 0; !await vrai(); essai++)
        {
            Assert.True(essai < 150, "It didn't happen in fifteen seconds.");
            await Task.Delay(100);
        }
    }

    /// <summary>The tab dies without a word; another one of the same browser.</summary>
    private static async Task<IPage> TuerAsync(IPage page)
    {
        var appareil = await page.Context.NewCDPSessionAsync(page);
        var mort = new TaskCompletionSource();
        page.Crash += (_, _) => mort.TrySetResult();
        _ = appareil.SendAsync("Page.crash").ContinueWith(_ => { }, TaskScheduler.Default);
        await mort.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var autre = await page.Context.NewPageAsync();
        await page.CloseAsync();
        return autre;
    }

    private async Task DecalerAsync(IPage page, double jours) =>
        await page.EvaluateAsync("d => localStorage.setItem('essai.decalage', String(d))", (navigateur.Site.Horloge.Instant - TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(jours)).TotalMilliseconds);

    /// <summary>Keys kept in clear, and everything that the database holds, as text.</summary>
    private static async Task<(string[] Cles, string Brut)> VoirAsync(IPage page)
    {
        var lu = await page.EvaluateAsync<string[][]>("""
            async () => {
              const base = await new Promise(r => { const d = indexedDB.open('faireavec'); d.onsuccess = () => r(d.result); });
              const tout = (m, quoi) => new Promise(r => { const d = base.transaction(m).objectStore(m)[quoi](); d.onsuccess = () => r(d.result); });
              const texte = v => v instanceof ArrayBuffer || ArrayBuffer.isView(v) ? new TextDecoder('latin1').decode(v) + new TextDecoder().decode(v) : v && typeof v === 'object' ? Object.entries(v).map(([c, w]) => c + texte(w)).join(' ') : String(v);
              const cles = (await tout('clair', 'getAllKeys')).sort();
              let brut = '';
              for (const m of ['clair', 'ferme', 'file']) brut += (await tout(m, 'getAll')).map(texte).join(' ');
              base.close();
              return [cles, [brut]];
            }
            """);
        return (lu[0], lu[1][0]);
    }

    /// <summary>Databases and caches that are left.</summary>
    private static Task<string[][]> ResteAsync(IPage page) => page.EvaluateAsync<string[][]>("async () => [(await indexedDB.databases()).map(b => b.name), (await caches.keys()).filter(c => c.startsWith('faireavec-'))]");

    private static async Task EcrireAsync(IPage page, string demarche)
    {
        await CommencerAsync(page, demarche);
        await GarderAsync(page);
    }

    private static async Task GarderAsync(IPage page, string genre = "activite")
    {
        await page.Locator($"[data-hl-formulaire={genre}]").GetByRole(AriaRole.Button, new() { Name = "Garder et envoyer" }).ClickAsync();
        await page.Locator("[data-hl-ecran=jour]").WaitForAsync();
    }

    private static async Task EtatAsync(IPage page, string phrase, float? patience = null)
    {
        try
        {
            await page.Locator("[data-hl-etat]", new() { HasText = phrase }).WaitForAsync(new() { Timeout = patience });
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"« {phrase} » was awaited; the page says « {await page.InnerTextAsync("[data-hl-etat]")} ».", e);
        }
    }

    /// <summary>« Envoyer maintenant », and again when nothing comes of it: on a machine that is busy, the network that comes back may still refuse a first time.</summary>
    private static async Task EnvoyerAsync(IPage page, string phrase)
    {
        var bouton = page.GetByRole(AriaRole.Button, new() { Name = "Envoyer maintenant" });
        await bouton.ClickAsync();
        try
        {
            await EtatAsync(page, phrase, 20_000);
        }
        catch (TimeoutException)
        {
            await bouton.ClickAsync();
            await EtatAsync(page, phrase);
        }
    }

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
