using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>Labels: made, put on acts, found, counted, put away, joined and separated; never somebody else's.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class EtiquettesTests(SiteDesActivites site)
{
    private const string Page = "/activites/etiquettes";
    private const string Nouvelle = "/activites/nouvelle";

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData(Role.Aidant, HttpStatusCode.Forbidden)]
    [InlineData(Role.GestionnaireStructure, HttpStatusCode.Forbidden)]
    public async Task Sans_le_droit_rien(Role? role, HttpStatusCode statut)
    {
        using var client = role is { } r ? await site.Site.CommeAsync(r) : site.Site.NouveauClient();
        Assert.Equal(statut, (await client.GetStatutAsync(Page)).Statut);
        Assert.Equal(statut, (await client.GetStatutAsync($"{Page}/{Guid.CreateVersion7()}")).Statut);
    }

    [Fact]
    public async Task Celle_d_un_autre_n_existe_pas()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await CreerAsync(camille, "À Camille seule");
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        Assert.Equal(HttpStatusCode.NotFound, (await sacha.GetStatutAsync($"{Page}/{id}")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await sacha.GetStatutAsync($"{Page}/{Guid.CreateVersion7()}")).Statut);
        var page = await sacha.LirePageAsync(Page);
        foreach (var handler in (string[])["Ranger", "Reprendre"])
        {
            using var reponse = await sacha.EnvoyerLeAsync(Page, Formulaire(page, $"{Page}?handler={handler}", page), ("id", id.ToString()));
            Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
        }
    }

    [Fact]
    public async Task Un_nom_qui_nomme_quelqu_un_est_refuse_et_rien_n_est_perdu()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Page);
        using var reponse = await camille.EnvoyerLeAsync(Page, Formulaire(page, Page), ("Nom", "Mme Exemple"), ("Description", "à relancer"));
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        var refusee = await reponse.LirePageAsync();
        AssertPage.Dit(refusee, "Une étiquette ne nomme personne");
        Assert.Equal("Mme Exemple", refusee.QuerySelector("[name='Nom']")!.GetAttribute("value"));
        Assert.Equal("à relancer", refusee.QuerySelector("[name='Description']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Envoyee_deux_fois_elle_est_creee_une_fois_et_le_meme_nom_est_refuse()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Page);
        for (var i = 0; i < 2; i++)
        {
            using var reponse = await camille.EnvoyerLeAsync(Page, Formulaire(page, Page), ("Nom", "Deux fois la même"));
            Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        }

        using var encore = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), Page), ("Nom", "DEUX FOIS la meme"));
        Assert.Equal(HttpStatusCode.BadRequest, encore.StatusCode);
        AssertPage.Dit(await encore.LirePageAsync(), "Cette étiquette existe déjà");
    }

    [Fact]
    public async Task Seule_la_coordination_en_fait_une_pour_son_equipe()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Page);
        using var refusee = await camille.EnvoyerLeAsync(Page, Formulaire(page, Page), ("Nom", "Pour tous"), ("Pour", Personas.Equipe.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, refusee.StatusCode);
        AssertPage.Dit(await refusee.LirePageAsync(), "Vous n’avez pas la main");

        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        using var forgee = await dominique.EnvoyerLeAsync(Page, Formulaire(await dominique.LirePageAsync(Page), Page), ("Nom", "Ailleurs"), ("Pour", Guid.CreateVersion7().ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, forgee.StatusCode);
    }

    [Fact]
    public async Task Celle_de_l_equipe_se_met_sur_un_acte_se_filtre_s_exporte_et_se_compte()
    {
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var commune = await CreerAsync(dominique, "Tournée d’essai", Personas.Equipe);
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var sienne = await CreerAsync(camille, "Tablettes d’essai");
        var acte = await NoterAsync(camille, HttpStatusCode.Redirect, commune, sienne);
        Assert.Equal(new[] { commune, sienne }.Order(), await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Id == acte).Select(a => a.Etiquettes).SingleAsync(), "systeme:taches"));

        AssertPage.Dit(await camille.LirePageAsync($"/activites/{acte}"), "Tablettes d’essai, Tournée d’essai");
        var filtree = await camille.LirePageAsync($"/activites?etiquette={commune}");
        AssertPage.H1(filtree, "1 activité");
        AssertPage.Dit(filtree, "Tournée d’essai");
        AssertPage.H1(await camille.LirePageAsync($"/activites?etiquette={Guid.CreateVersion7()}"), "0 activité");
        Assert.Contains("Tablettes d’essai | Tournée d’essai", await camille.GetStringAsync($"/activites?handler=Csv&etiquette={sienne}"), StringComparison.Ordinal);

        // The team's page: under eleven people the number isn't said; one's own label isn't the team's.
        var equipe = await dominique.LirePageAsync("/equipe");
        AssertPage.Dit(equipe, "Tournée d’essai 1 moins de 11");
        Assert.DoesNotContain("Tablettes d’essai", equipe.Body!.TextContent, StringComparison.Ordinal);
        for (var i = 0; i < 10; i++)
        {
            await NoterAsync(camille, HttpStatusCode.Redirect, commune);
        }

        AssertPage.Dit(await dominique.LirePageAsync("/equipe"), "Tournée d’essai 11 11");

        // Joined to the team's, one's own act counts with it; separated, it doesn't any more. No act was rewritten.
        await NoterAsync(camille, HttpStatusCode.Redirect, sienne);
        await ReunirAsync(camille, sienne, commune, HttpStatusCode.Redirect);
        // The first act has both: it counts under each.
        AssertPage.Dit(await dominique.LirePageAsync("/equipe"), "Tournée d’essai 13 13");
        AssertPage.H1(await camille.LirePageAsync($"/activites?etiquette={commune}"), "12 activités");
        var page = await camille.LirePageAsync(Page);
        using var separee = await camille.EnvoyerLeAsync(Page, page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector($"[name='id'][value='{sienne}']") is not null));
        Assert.Equal(HttpStatusCode.Redirect, separee.StatusCode);
        AssertPage.Dit(await dominique.LirePageAsync("/equipe"), "Tournée d’essai 11 11");
        Assert.Empty(await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<Guid>($"SELECT etiquette AS \"Value\" FROM accompagnement.ecarts_des_etiquettes('2000-01-01', '2100-01-01')").ToListAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task Rangee_elle_reste_sur_ses_actes_et_n_est_plus_proposee()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await CreerAsync(camille, "À ranger");
        var acte = await NoterAsync(camille, HttpStatusCode.Redirect, id);
        var liste = await camille.LirePageAsync(Page);
        using var rangee = await camille.EnvoyerLeAsync(Page, Formulaire(liste, $"{Page}?handler=Ranger", liste), ("id", id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, rangee.StatusCode);
        Assert.Null((await camille.LirePageAsync(Nouvelle)).QuerySelector($"[name='F.Etiquettes'][value='{id}']"));
        AssertPage.Dit(await camille.LirePageAsync($"/activites/{acte}"), "À ranger");

        // A form that was open meanwhile is told; the act that has it may keep it.
        await NoterAsync(camille, HttpStatusCode.BadRequest, id);
        var modifier = await camille.LirePageAsync($"/activites/{acte}/modifier");
        Assert.NotNull(modifier.QuerySelector($"[name='F.Etiquettes'][value='{id}'][checked]"));
        using var corrige = await camille.EnvoyerPremierAsync($"/activites/{acte}/modifier", modifier, ("F.Duree", "90"));
        Assert.Equal(HttpStatusCode.Redirect, corrige.StatusCode);
        Assert.Equal([id], await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Id == acte).Select(a => a.Etiquettes).SingleAsync(), "systeme:taches"));

        // Put away twice: the second is told.
        using var encore = await camille.EnvoyerLeAsync(Page, Formulaire(liste, $"{Page}?handler=Ranger", liste), ("id", id.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, encore.StatusCode);
    }

    [Fact]
    public async Task Elle_se_renomme_et_ne_se_reunit_pas_avec_n_importe_quoi()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var (id, prise) = (await CreerAsync(camille, "Premier nom"), await CreerAsync(camille, "Nom pris"));
        var page = await camille.LirePageAsync($"{Page}/{id}");
        AssertPage.H1(page, "Premier nom");
        using var refuse = await camille.EnvoyerPremierAsync($"{Page}/{id}", page, ("Nom", "nom PRIS"));
        Assert.Equal(HttpStatusCode.BadRequest, refuse.StatusCode);
        AssertPage.H1(await refuse.LirePageAsync(), "Premier nom");
        using var renommee = await camille.EnvoyerPremierAsync($"{Page}/{id}", page, ("Nom", "Second nom"));
        Assert.Equal(HttpStatusCode.Redirect, renommee.StatusCode);
        foreach (var cible in (string[])[id.ToString(), Guid.CreateVersion7().ToString(), "n’importe quoi", ""])
        {
            using var reunie = await camille.EnvoyerLeAsync(Page, Formulaire(page, $"{Page}/{id}?handler=Reunir"), ("Cible", cible));
            Assert.Equal((cible, HttpStatusCode.BadRequest), (cible, reunie.StatusCode));
        }

        await ReunirAsync(camille, id, prise, HttpStatusCode.Redirect);
        // In a circle, never.
        await ReunirAsync(camille, prise, id, HttpStatusCode.Conflict, page);
    }

    [Fact]
    public async Task Un_autre_logiciel_met_celles_du_mediateur_ou_de_son_equipe_et_pas_d_autres()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var (sienne, autre, commune) = (await CreerAsync(camille, "Par l’API"), await CreerAsync(sacha, "À Sacha"), await CreerAsync(dominique, "Équipe par l’API", Personas.Equipe));
        var acte = site.Acte();
        acte["etiquettes"] = new[] { sienne, commune };
        using (var juste = await site.EnvoyerAsync(acte))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Created, juste);
        }

        foreach (var fausses in (object?[])[new[] { autre }, new[] { Guid.CreateVersion7() }, Enumerable.Range(0, 11).Select(_ => sienne).ToArray(), new[] { Guid.Empty }])
        {
            var refuse = site.Acte();
            refuse["etiquettes"] = fausses;
            using var reponse = await site.EnvoyerAsync(refuse);
            var probleme = await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse);
            Assert.Equal("ACC-036", probleme.GetProperty("erreurs")[0].GetProperty("code").GetString());
        }

        var rien = site.Acte();
        rien["etiquettes"] = null;
        using var nulle = await site.EnvoyerAsync(rien);
        Assert.True((int)nulle.StatusCode < 500, nulle.StatusCode.ToString());
        // Through the page too: another's, or a forged one, is refused with a sentence.
        await NoterAsync(camille, HttpStatusCode.BadRequest, autre);
        await NoterAsync(camille, HttpStatusCode.BadRequest, Guid.CreateVersion7());
    }

    private async Task<Guid> CreerAsync(HttpClient client, string nom, Guid? equipe = null)
    {
        var page = await client.LirePageAsync(Page);
        var id = Guid.Parse(page.QuerySelector("[name='Envoi']")!.GetAttribute("value")!);
        using var reponse = await client.EnvoyerLeAsync(Page, Formulaire(page, Page), ("Nom", nom), ("Pour", equipe?.ToString() ?? ""));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return id;
    }

    private static async Task ReunirAsync(HttpClient client, Guid source, Guid cible, HttpStatusCode attendu, IHtmlDocument? jeton = null)
    {
        var page = jeton ?? await client.LirePageAsync($"{Page}/{source}");
        using var reponse = await client.EnvoyerLeAsync(Page, Formulaire(page, $"{Page}/{source}?handler=Reunir", page), ("Cible", cible.ToString()));
        await AssertPage.StatutAsync(attendu, reponse);
    }

    private static async Task<Guid> NoterAsync(HttpClient client, HttpStatusCode attendu, params Guid[] etiquettes)
    {
        var page = await client.LirePageAsync(Nouvelle);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        using var reponse = await client.EnvoyerPremierAsync(Nouvelle, page, [("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "15"), ("F.TypeDeLieu", "a_distance"), ("F.Suite", "gardé"), .. etiquettes.Select(e => ("F.Etiquettes", e.ToString()))]);
        Assert.Equal(attendu, reponse.StatusCode);
        if (attendu == HttpStatusCode.BadRequest)
        {
            var refusee = await reponse.LirePageAsync();
            AssertPage.Dit(refusee, "Cette étiquette n’existe pas, elle est rangée, ou elle n’est pas pour vous.");
            Assert.Equal("gardé", refusee.QuerySelector("[name='F.Suite']")!.GetAttribute("value"));
        }

        return id;
    }

    // The form of this address; without one, any form of the page with its address changed: what somebody forges.
    private static IHtmlFormElement Formulaire(IHtmlDocument page, string action, IHtmlDocument? forger = null)
    {
        var formulaires = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().ToList();
        if (formulaires.Find(f => f.GetAttribute("action") == action) is { } juste)
        {
            return juste;
        }

        Assert.NotNull(forger);
        var autre = formulaires.First(f => f.Method == "post");
        autre.SetAttribute("action", action);
        return autre;
    }
}
