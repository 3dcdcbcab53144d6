using System.Net;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>What people do with forms: go back, send again, paste, forge, write without script.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class RevenirEnArriereTests(SiteDesActivites site)
{
    private const string Nouvelle = "/activites/nouvelle";

    private static (string Nom, string Valeur)[] Usuel => [("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "15"), ("F.TypeDeLieu", "a_distance")];

    [Fact]
    public async Task Revenir_en_arriere_apres_avoir_enregistre_n_est_pas_une_impasse()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        using (var garde = await camille.EnvoyerPremierAsync(Nouvelle, page, Usuel))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        }

        using var autre = await camille.EnvoyerPremierAsync(Nouvelle, page, [.. Usuel, ("F.Suite", "Revenir jeudi")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, autre);
        var encore = await autre.LirePageAsync();
        AssertPage.Dit(encore, "Ce compte rendu est déjà enregistré.");
        Assert.Equal("Revenir jeudi", encore.QuerySelector("[name='F.Suite']")!.GetAttribute("value"));
        Assert.NotNull(encore.QuerySelector($"main a[href='/activites/{page.QuerySelector("[name='F.Id']")!.GetAttribute("value")}']"));
        using var apart = await camille.EnvoyerPremierAsync(Nouvelle, encore);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, apart);
    }

    [Fact]
    public async Task Une_correction_croisee_se_dit_une_fois_puis_s_enregistre()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var garde = await camille.EnvoyerPremierAsync(Nouvelle, await camille.LirePageAsync(Nouvelle), Usuel);
        var modifier = $"/activites/{garde.Headers.Location!.ToString().Split("notee=")[1]}/modifier";
        var (ici, la) = (await camille.LirePageAsync(modifier), await camille.LirePageAsync(modifier));
        using (var premiere = await camille.EnvoyerPremierAsync(modifier, ici, ("F.Suite", "Lundi")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, premiere);
        }

        using var croisee = await camille.EnvoyerPremierAsync(modifier, la, ("F.Suite", "Mardi"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, croisee);
        using var enfin = await camille.EnvoyerPremierAsync(modifier, await croisee.LirePageAsync());
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, enfin);
        AssertPage.Dit(await camille.LirePageAsync(enfin.Headers.Location!.ToString()), "Mardi");
    }

    [Theory]
    [InlineData("Firminy", "42095")]
    [InlineData("Saint-Denis", null)]
    public async Task Sans_script_la_commune_ecrite_est_celle_qui_est_gardee(string ecrite, string? code)
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var acte = await camille.EnvoyerPremierAsync(Nouvelle, await camille.LirePageAsync(Nouvelle), [.. Usuel[..3], ("F.TypeDeLieu", "domicile"), ("F.CodeCommune", "42218"), ("F.Commune", ecrite)]);
        await AssertPage.StatutAsync(code is null ? HttpStatusCode.BadRequest : HttpStatusCode.Redirect, acte);
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        var page = await sacha.LirePageAsync("/aller-vers/noter");
        using var rencontre = await sacha.EnvoyerPremierAsync("/aller-vers/noter", page, ("F.Motif", "telephone"), ("F.LieuLibre", "Marché d’essai"), ("F.Contactes", "3"), ("F.Duree", "60"), ("F.CodeCommune", "42218"), ("F.Commune", ecrite));
        await AssertPage.StatutAsync(code is null ? HttpStatusCode.BadRequest : HttpStatusCode.Redirect, rencontre);
        if (code is not null)
        {
            var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
            Assert.Equal(code, await site.Site.AvecBaseAsync(db => db.Set<ActionDAllerVers>().Where(a => a.Id == id).Select(a => a.Commune).SingleAsync(), "systeme:taches"));
            // Others look at an empty list.
            var vue = await sacha.LirePageAsync($"/aller-vers/{id}");
            var supprimer = vue.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single(f => f.GetAttribute("action")!.Contains("Supprimer", StringComparison.Ordinal));
            using var retiree = await sacha.EnvoyerLeAsync($"/aller-vers/{id}", supprimer);
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, retiree);
        }
    }

    [Fact]
    public async Task Un_theme_forge_est_refuse_sans_rien_perdre()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var reponse = await SansScript.PosterAsync(camille, Nouvelle, await camille.LirePageAsync(Nouvelle), [.. Usuel[1..], ("F.Thematiques", "nimp"), ("F.Suite", "Revenir")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Equal("Revenir", (await reponse.LirePageAsync()).QuerySelector("[name='F.Suite']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Un_tableau_colle_dans_un_texte_est_refuse_en_clair()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var reponse = await camille.EnvoyerPremierAsync(Nouvelle, await camille.LirePageAsync(Nouvelle), [.. Usuel, ("F.Notes", "Jean\tDupont\t1980\nLuc\tMartin\t1970")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "On dirait un tableau collé ici.");
    }

    [Fact]
    public async Task Un_brouillon_ne_garde_pas_de_secret()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        using var reponse = await SansScript.PosterAsync(camille, $"{Nouvelle}?handler=Brouillon", page, [("F.Notes", "mdp: Soleil2024!"), ("F.Suite", "Revenir vendredi")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Contains("Soleil2024", (await reponse.LirePageAsync()).QuerySelector("[name='F.Notes']")!.TextContent, StringComparison.Ordinal);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        var contenu = await site.Site.AvecBaseAsync(db => db.Set<Brouillon>().Where(b => b.Id == id).Select(b => b.Contenu).SingleAsync(), "systeme:taches");
        Assert.DoesNotContain("Soleil2024", contenu, StringComparison.Ordinal);
        Assert.Contains("Revenir vendredi", contenu, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changer_de_type_garde_ce_qui_est_tape()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var reponse = await SansScript.PosterAsync(camille, $"{Nouvelle}?handler=Type", await camille.LirePageAsync(Nouvelle), [("vers", "demarche"), ("F.Demarche", "Carte grise")]);
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Noter une démarche");
        Assert.Equal("Carte grise", page.QuerySelector("[name='F.Demarche']")!.GetAttribute("value"));
    }
}

/// <summary>Forms as they are forged, or sent by another of their buttons.</summary>
internal static class SansScript
{
    /// <summary>The fields of the first form of the page with these over them, sent to an address.</summary>
    public static Task<HttpResponseMessage> PosterAsync(HttpClient client, string adresse, AngleSharp.Html.Dom.IHtmlDocument page, (string Nom, string Valeur)[] champs)
    {
        var formulaire = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First();
        var noms = champs.Select(c => c.Nom).ToHashSet(StringComparer.Ordinal);
        var caches = formulaire.QuerySelectorAll("input[type=hidden]").Select(i => (Nom: i.GetAttribute("name")!, Valeur: i.GetAttribute("value") ?? "")).Where(c => !noms.Contains(c.Nom));
        return client.PostAsync(new Uri(adresse, UriKind.Relative), new FormUrlEncodedContent(caches.Concat(champs).Select(c => KeyValuePair.Create(c.Nom, c.Valeur))));
    }
}
