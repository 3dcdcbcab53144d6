using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Registres;

/// <summary>The act of a workshop noted from its register: filled, never under its signatures, once.</summary>
[Collection(PersonnesDuSite.Nom)]
public sealed class ActeDUnRegistreTests(SiteDesMembres site)
{
    private static (string Nom, string Valeur)[] Usuel => [("F.Thematiques", "email"), ("F.Posture", "avec")];

    [Fact]
    public async Task Il_se_remplit_du_registre_et_ne_se_note_qu_une_fois()
    {
        using var camille = await site.MediateurAsync();
        var registre = await FermeAsync(camille);
        var page = await camille.Client.LirePageAsync(LiensDesRegistres.Noter(registre));
        AssertPage.Dit(page, "3 signatures : comptez au moins autant de personnes.");
        Assert.Equal(("Atelier d’essai", "3"), (page.QuerySelector("[name='F.Titre']")!.GetAttribute("value"), page.QuerySelector("[name='F.Total']")!.GetAttribute("value")));
        Assert.True(((IHtmlInputElement)page.QuerySelector("[name='F.Duree'][value='90']")!).IsChecked);
        Assert.Equal($"{site.Aujourdhui().Day}", page.QuerySelector("[name='F.Date.jour']")!.GetAttribute("value"));
        Assert.Equal("42218", page.QuerySelector("[name='F.CodeCommune']")!.GetAttribute("value"));

        // Fewer people than signatures: told, and nothing is lost.
        using var moins = await camille.Client.EnvoyerPremierAsync("", page, [.. Usuel, ("F.Total", "2"), ("F.Notes", "Gardé")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, moins);
        var refusee = await moins.LirePageAsync();
        AssertPage.Dit(refusee, "Il y a plus de signatures que de participants");
        Assert.Equal(("2", registre.ToString()), (refusee.QuerySelector("[name='F.Total']")!.GetAttribute("value"), refusee.QuerySelector("[name='F.Registre']")!.GetAttribute("value")));
        using var trop = await camille.Client.EnvoyerPremierAsync("", page, [.. Usuel, ("F.Total", "5000")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, trop);

        // Sent twice, it is one act; from another window, the register has its act already.
        var autre = await camille.Client.LirePageAsync(LiensDesRegistres.Noter(registre));
        var reponses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => camille.Client.EnvoyerPremierAsync("", page, Usuel)));
        Assert.All(reponses, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        using var deux = await camille.Client.EnvoyerPremierAsync("", autre, Usuel);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, deux);
        AssertPage.Dit(await deux.LirePageAsync(), "Ce registre a déjà son compte rendu.");
        var acte = await site.LireToutAsync(db => db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Registre == registre));
        Assert.Equal((3, 90, "42218", site.Aujourdhui()), (acte.SansNom, acte.Duree, acte.Commune, acte.Jour));

        // The way back, both ways.
        await camille.StatutAsync(HttpStatusCode.Redirect, LiensDesRegistres.Noter(registre));
        Assert.NotNull((await camille.Client.LirePageAsync(LiensDesRegistres.Registre(registre))).QuerySelector($"a[href='{LiensAccompagnement.Activite(acte.Id)}']"));
        Assert.NotNull((await camille.Client.LirePageAsync(LiensAccompagnement.Activite(acte.Id))).QuerySelector($"a[href='{LiensDesRegistres.Registre(registre)}']"));
        AssertPage.Dit(await camille.Client.LirePageAsync(LiensDesRegistres.Liste), "Compte rendu fait");

        // A correction doesn't go under it either, and keeps the register.
        var corriger = await camille.Client.LirePageAsync(LiensAccompagnement.ModifierActivite(acte.Id));
        using var sous = await camille.Client.EnvoyerPremierAsync("", corriger, ("F.Total", "1"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sous);
        using var plus = await camille.Client.EnvoyerPremierAsync("", corriger, ("F.Total", "4"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, plus);
        var corrigee = await site.LireToutAsync(db => db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Id == acte.Id));
        Assert.Equal((4, registre), (corrigee.SansNom, corrigee.Registre));

        // Neither a copy nor a template takes the register along.
        Assert.Null((await camille.Client.LirePageAsync(LiensAccompagnement.Dupliquer(acte.Id))).QuerySelector("[name='F.Registre']"));
    }

    [Fact]
    public async Task Ouvert_il_ne_se_note_pas_et_celui_d_un_autre_non_plus()
    {
        using var camille = await site.MediateurAsync();
        var ouvert = await camille.OuvrirUnRegistreAsync();
        await camille.SignerBienAsync(ouvert);
        await camille.StatutAsync(HttpStatusCode.Redirect, LiensDesRegistres.Noter(ouvert));
        var ferme = await FermeAsync(camille);

        using var autre = await site.MediateurAsync();
        foreach (var (qui, registre, phrase) in new[] { (camille, ouvert, "Fermez d’abord le registre"), (autre, ferme, "Ce registre n’existe pas"), (autre, site.Id(), "Ce registre n’existe pas") })
        {
            var page = await qui.Client.LirePageAsync(LiensAccompagnement.NouvelleDeType("collectif"));
            using var force = await qui.Client.EnvoyerPremierAsync("", page, [.. Usuel, ("F.Registre", registre.ToString()), ("F.Total", "5"), ("F.Duree", "60"), ("F.TypeDeLieu", "a_distance")]);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, force);
            AssertPage.Dit(await force.LirePageAsync(), phrase);
        }

        // Not the act of one person either.
        var seul = await camille.Client.LirePageAsync(LiensAccompagnement.NouvelleActivite);
        using var individuel = await camille.Client.EnvoyerPremierAsync("", seul, [.. Usuel, ("F.Registre", ferme.ToString()), ("F.Duree", "60"), ("F.TypeDeLieu", "a_distance")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, individuel);
        AssertPage.Dit(await individuel.LirePageAsync(), "Un registre donne le compte rendu d’un atelier");
    }

    [Fact]
    public async Task Un_brouillon_garde_son_registre()
    {
        using var camille = await site.MediateurAsync();
        var registre = await FermeAsync(camille);
        var page = await camille.Client.LirePageAsync(LiensDesRegistres.Noter(registre));
        var id = page.QuerySelector("[name='F.Id']")!.GetAttribute("value");
        using var garde = await camille.Client.EnvoyerLeAsync($"{LiensAccompagnement.NouvelleActivite}?handler=Brouillon", SansAction(page));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        var reprise = await camille.Client.LirePageAsync(LiensAccompagnement.ReprendreBrouillon(Guid.Parse(id!)));
        Assert.Equal(registre.ToString(), reprise.QuerySelector("[name='F.Registre']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Qui_coordonne_note_toujours_un_atelier_sans_registre()
    {
        using var dominique = await site.MediateurAsync(role: Role.Coordinateur);
        var liste = await dominique.Client.LirePageAsync(LiensAccompagnement.Activites);
        Assert.Null(liste.QuerySelector($"a[href='{LiensDesRegistres.Liste}']"));
        var page = await dominique.Client.LirePageAsync(LiensAccompagnement.NouvelleDeType("collectif"));
        using var note = await dominique.Client.EnvoyerPremierAsync("", page, [.. Usuel, ("F.Total", "5"), ("F.Duree", "60"), ("F.TypeDeLieu", "a_distance")]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, note);
    }

    private static IHtmlFormElement SansAction(IHtmlDocument page)
    {
        var formulaire = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        formulaire.RemoveAttribute("action");
        return formulaire;
    }

    /// <summary>A closed register with two signatures on paper and one on the tablet.</summary>
    private static async Task<Guid> FermeAsync(Mediateur mediateur)
    {
        var registre = await mediateur.OuvrirUnRegistreAsync();
        await mediateur.SignerBienAsync(registre);
        using var papier = await mediateur.Client.EnvoyerPremierAsync("", await mediateur.Client.LirePageAsync(LiensDesRegistres.Reprise(registre)), ("Papier", "2"), ("ParGenre[feminin]", "1"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, papier);
        using var ferme = await mediateur.FermerAsync(registre);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ferme);
        return registre;
    }
}
