using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>Two sheets of the same person: joined, counted once, and given back as they were.</summary>
[Collection(PersonnesDuSite.Nom)]
public class FusionsTests(SiteDesMembres site)
{
    [Fact]
    public async Task Reunir_compte_chaque_acte_une_fois_et_defaire_rend_tout()
    {
        using var mediateur = await site.MediateurAsync();
        using var collegue = await site.MediateurAsync(mediateur.Organisation);
        var cible = await mediateur.OuvrirAsync("Awa", ("Telephone", "06 39 98 02 01"));
        var source = await mediateur.OuvrirAsync("Awa D.", ("Nom", "Sarr"), ("Courriel", "awa7@example.org"));
        var tiers = await mediateur.OuvrirAsync("Zoé");
        var deLaCible = await site.ActeAsync(mediateur, TypeDActivite.Individuel, cible);
        // A colleague's act moves too.
        var deLaSource = await site.ActeAsync(collegue, TypeDActivite.Individuel, source);
        var desDeux = await site.ActeAsync(mediateur, TypeDActivite.Collectif, cible, source, tiers);
        using var reunie = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(cible), ("Avec", source.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reunie);
        // Nothing said that they were the same; the rule asks for two things that agree.
        using var modifiee = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Modifier(source), await mediateur.Client.LirePageAsync(LiensPersonnes.Modifier(source)), ("Prenom", "Awa"), ("Telephone", "06 39 98 02 01"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, modifiee);
        AssertPage.Dit(await mediateur.Client.LirePageAsync(LiensPersonnes.Reunir(cible)), "Awa Sarr");
        using var faite = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(cible), ("Avec", source.ToString()));
        var fusion = await site.LireToutAsync(db => db.Set<FusionDePersonnes>().Where(f => f.Cible == cible).Select(f => f.Id).SingleAsync());
        Assert.Equal($"{LiensPersonnes.Personne(cible)}?fait=reunie&fusion={fusion}", faite.Headers.Location!.OriginalString);

        Assert.Equal(new[] { deLaCible, deLaSource, desDeux }.Order(), (await site.ActesAsync(cible)).Order());
        Assert.Empty(await site.ActesAsync(source));
        Assert.Equal(2, await SuiviesAsync(desDeux));
        Assert.Empty(await EcartsAsync(mediateur));
        var personne = await site.PersonneAsync(cible);
        Assert.Equal(("Awa", "Sarr"), (personne.Prenom, personne.Nom));
        using var ancienne = await mediateur.Client.GetAsync(LiensPersonnes.Personne(source));
        Assert.Equal($"{LiensPersonnes.Personne(cible)}?fait=reunie", ancienne.Headers.Location!.OriginalString);

        // Right after, in the message; never for a joining that isn't of this sheet.
        Assert.Null((await mediateur.Client.LirePageAsync($"{LiensPersonnes.Personne(cible)}?fait=reunie&fusion={source}")).QuerySelector("[name=fusion]"));
        var apres = await mediateur.Client.LirePageAsync(faite.Headers.Location!.OriginalString);
        Assert.NotNull(apres.QuerySelector($"form[action$='handler=Defaire'] [name=fusion][value='{fusion}']"));
        using var defaite = await mediateur.Client.EnvoyerLeAsync("", apres.QuerySelectorAll("form[action$='handler=Defaire']").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single());
        Assert.Equal($"{LiensPersonnes.Personne(cible)}?fait=separee", defaite.Headers.Location!.OriginalString);
        Assert.Equal(new[] { deLaCible, desDeux }.Order(), (await site.ActesAsync(cible)).Order());
        Assert.Equal(new[] { deLaSource, desDeux }.Order(), (await site.ActesAsync(source)).Order());
        Assert.Equal(3, await SuiviesAsync(desDeux));
        Assert.Empty(await EcartsAsync(mediateur));
        Assert.Null((await site.PersonneAsync(cible)).Nom);
        AssertPage.H1(await mediateur.Client.LirePageAsync(LiensPersonnes.Personne(source)), "Awa Sarr");
        using var encore = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(cible), $"{LiensPersonnes.Reunir(cible)}?handler=Defaire", ("fusion", fusion.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
    }

    [Fact]
    public async Task Une_carte_et_un_nom_se_reunissent_et_la_carte_ouvre_la_fiche_retenue()
    {
        using var mediateur = await site.MediateurAsync();
        var carte = await mediateur.DonnerUneCarteAsync();
        var nommee = await mediateur.OuvrirAsync("Awa");
        using var faite = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(nommee), ("Numero", carte.Numero));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, faite);
        using var autre = await site.MediateurAsync();
        using var ouverte = await autre.PresenterAsync(carte.Numero, carte.Secret);
        Assert.Equal($"{LiensPersonnes.Personne(nommee)}?fait=carte", ouverte.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Deux_cartes_reunies_n_en_font_qu_une_et_l_autre_ne_sert_plus()
    {
        using var mediateur = await site.MediateurAsync();
        var (garde, autre, encore) = (await mediateur.DonnerUneCarteAsync(), await mediateur.DonnerUneCarteAsync(), await mediateur.DonnerUneCarteAsync());
        foreach (var carte in new[] { autre, encore })
        {
            using var faite = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(garde.Personne), ("Numero", carte.Numero));
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, faite);
        }

        using var ailleurs = await site.MediateurAsync();
        using (var fermee = await ailleurs.PresenterAsync(autre.Numero, autre.Secret))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, fermee);
        }

        // The last first.
        var fusions = await site.LireToutAsync(db => db.Set<FusionDePersonnes>().Where(f => f.Cible == garde.Personne).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync());
        Assert.Single((await mediateur.Client.LirePageAsync(LiensPersonnes.Reunir(garde.Personne))).QuerySelectorAll("input[name=fusion]"));
        using (var premiere = await DefaireAsync(fusions[0]))
        {
            AssertPage.Dit(await premiere.LirePageAsync(), ErreursPersonnes.DerniereDAbord.Message);
        }

        foreach (var fusion in fusions.AsEnumerable().Reverse())
        {
            using var defaite = await DefaireAsync(fusion);
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, defaite);
        }

        using var rouverte = await ailleurs.PresenterAsync(autre.Numero, autre.Secret);
        Assert.Equal($"{LiensPersonnes.Personne(autre.Personne)}?fait=carte", rouverte.Headers.Location!.OriginalString);

        Task<HttpResponseMessage> DefaireAsync(Guid fusion) => SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(garde.Personne), $"{LiensPersonnes.Reunir(garde.Personne)}?handler=Defaire", ("fusion", fusion.ToString()));
    }

    [Fact]
    public async Task On_ne_reunit_que_des_personnes_que_l_on_suit_et_jamais_une_fiche_a_elle_meme()
    {
        using var mediateur = await site.MediateurAsync();
        using var autre = await site.MediateurAsync();
        var (mienne, sienne) = (await mediateur.DonnerUneCarteAsync(), await autre.DonnerUneCarteAsync());
        foreach (var numero in new[] { sienne.Numero, mienne.Numero, NumeroDeCarte.Nouveau().Presente, "xx" })
        {
            using var reponse = await SiteDesMembres.PosterAsync(mediateur.Client, LiensPersonnes.Reunir(mienne.Personne), ("Numero", numero));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        }

        Assert.Null((await site.PersonneAsync(sienne.Personne)).FusionneeDans);
    }

    private Task<int> SuiviesAsync(Guid acte) => site.LireToutAsync(db => db.Set<Activite>().Where(a => a.Id == acte).Select(a => a.Suivies).SingleAsync());

    private Task<List<string>> EcartsAsync(Mediateur mediateur) =>
        site.Base.ListerAsync<string>($"SELECT mesure FROM accompagnement.ecarts_des_compteurs('2026-01-01', '2030-01-01') WHERE auteur = '{mediateur.Compte}'");
}
