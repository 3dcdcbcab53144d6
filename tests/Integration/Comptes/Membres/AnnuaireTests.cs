using System.Net;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>The directory of those who help in one's département, and the address that one shows in it.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class AnnuaireTests(SiteDesActivites site)
{
    private const string Page = "/annuaire";
    private const string Reglage = "/mon-compte/annuaire";

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData(Role.Aidant, HttpStatusCode.Forbidden)]
    [InlineData(Role.Financeur, HttpStatusCode.Forbidden)]
    [InlineData(Role.Referent, HttpStatusCode.OK)]
    public async Task Qui_peut_le_lire(Role? role, HttpStatusCode statut)
    {
        using var client = role is { } r ? await site.Site.CommeAsync(r) : site.Site.NouveauClient();
        Assert.Equal(statut, (await client.GetStatutAsync(Page)).Statut);
    }

    [Fact]
    public async Task On_y_trouve_ses_confreres_par_nom_et_par_organisation_et_personne_d_autre()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Page);
        AssertPage.H1(page, "Annuaire des médiateurs");
        AssertPage.Dit(page, "Sacha Exemple");
        AssertPage.Dit(page, "Équipe Exemple");
        // Those who don't help people aren't in it.
        Assert.DoesNotContain("Alix Exemple", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        AssertPage.Dit(await camille.LirePageAsync($"{Page}?q=sacha%20mediatheque"), "1 personne");
        AssertPage.Dit(await camille.LirePageAsync($"{Page}?q=zzz"), "Personne ne répond à votre recherche");
        var ailleurs = await camille.LirePageAsync($"{Page}?departement=2A");
        AssertPage.Dit(ailleurs, "Personne ne répond à votre recherche");
        AssertPage.Dit(ailleurs, "0 personne pour le département Corse-du-Sud");
        AssertPage.Dit(page, "dans votre département");
        Assert.Equal(HttpStatusCode.OK, (await camille.GetStatutAsync($"{Page}?q=%00'%25&role=inconnu&page=-4")).Statut);
        var fichier = await camille.GetStringAsync($"{Page}?handler=Csv");
        Assert.Contains("\"Sacha\";\"Exemple\"", fichier, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_adresse_ne_parait_qu_avec_l_accord_et_se_retire()
    {
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        Assert.DoesNotContain("conseiller-numerique@example.org", (await camille.LirePageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        var reglage = await sacha.LirePageAsync(Reglage);
        using (var fausse = await sacha.EnvoyerPremierAsync(Reglage, reglage, ("Version", "99")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, fausse.StatusCode);
        }

        using (var donne = await sacha.EnvoyerPremierAsync(Reglage, reglage))
        {
            Assert.Equal(HttpStatusCode.Redirect, donne.StatusCode);
        }

        AssertPage.Dit(await camille.LirePageAsync(Page), "conseiller-numerique@example.org");
        var retrait = await sacha.LirePageAsync(Reglage);
        using (var retire = await sacha.EnvoyerPremierAsync(Reglage, retrait))
        {
            Assert.Equal(HttpStatusCode.Redirect, retire.StatusCode);
        }

        Assert.DoesNotContain("conseiller-numerique@example.org", (await camille.LirePageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        // Taken back twice: the second is told.
        using var encore = await sacha.EnvoyerPremierAsync(Reglage, retrait);
        Assert.Equal(HttpStatusCode.Conflict, encore.StatusCode);
    }

    [Fact]
    public async Task Sans_compte_le_reglage_mene_a_la_connexion()
    {
        using var client = site.Site.NouveauClient();
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetStatutAsync(Reglage)).Statut);
    }
}
