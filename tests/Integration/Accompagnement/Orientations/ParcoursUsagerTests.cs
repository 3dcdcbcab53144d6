using System.Net;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Accompagnement.Orientations;

/// <summary>The public path: five steps, each one may be skipped, and a sheet that nothing leaves.</summary>
[Collection(OrientationsDuSite.Nom)]
public sealed class ParcoursUsagerTests(SiteDesMembres site)
{
    [Fact]
    public async Task Cinq_etapes_qui_se_passent_puis_la_liste_et_la_fiche()
    {
        var lieu = await new LieuDeTest().Nomme("Lieu Exemple du parcours").A("Gap", "05000", "05061").Place(44.56, 6.08).AvecServices(GestesDesOrientations.Outils).Ouvert("Mo-Su 09:00-12:00").CreerAsync(site);
        using var visiteur = site.NouveauClient();
        var adresse = "/parcours-usager";
        for (var etape = 1; etape <= 5; etape++)
        {
            var page = await visiteur.LirePageAsync(adresse);
            AssertPage.Dit(page, $"Étape {etape} sur 5");
            adresse = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains($"etape={etape + 1}", StringComparison.Ordinal));
        }

        AssertPage.Dit(await visiteur.LirePageAsync(adresse), "Dites d’abord où chercher");
        const string Suite = "besoin=apprendre_bases&ou=Gap&commune=05061&distance=5&quand=jour&jour=2026-12-15";
        Assert.Matches("[0-9]+ lieux? répond", (await visiteur.LirePageAsync($"/parcours-usager?etape=4&{Suite}&de=11:00&a=12:30")).QuerySelector("[role=status]")!.TextContent);
        Assert.Contains(lieu, (await visiteur.LirePageAsync($"/parcours-usager?etape=6&{Suite}&de=11:00&a=12:30")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(lieu, (await visiteur.LirePageAsync($"/parcours-usager?etape=6&{Suite}&de=13:00&a=15:00")).Body!.InnerHtml, StringComparison.Ordinal);
        var liste = await visiteur.LirePageAsync($"/parcours-usager?etape=6&{Suite}");
        AssertPage.Dit(liste, "Lieu Exemple du parcours");
        var fiche = await visiteur.LirePageAsync(liste.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/parcours-usager/fiche", StringComparison.Ordinal) && h.Contains(lieu, StringComparison.Ordinal)));
        // What is written stays in the browser: the fields have no name and there is no form.
        Assert.Equal(4, fiche.QuerySelectorAll("[data-reflet]").Length);
        Assert.All(fiche.QuerySelectorAll("[data-reflet]"), c => Assert.Null(c.GetAttribute("name")));
        Assert.Empty(fiche.QuerySelectorAll("form"));
        Assert.Equal(HttpStatusCode.NotFound, (await visiteur.GetStatutAsync("/parcours-usager/fiche?lieu=inconnu")).Statut);
    }

    [Theory]
    [InlineData("?etape=3&ou=Nullepart-sur-Rien")]
    [InlineData("?etape=5&ou=Gap&commune=05061&quand=jour&jour=2026-12-15&de=15:00&a=14:00")]
    public async Task Ce_qui_est_faux_est_dit(string requete)
    {
        using var visiteur = site.NouveauClient();
        Assert.Equal(HttpStatusCode.BadRequest, (await visiteur.GetStatutAsync($"/parcours-usager{requete}")).Statut);
    }

    [Theory]
    [InlineData("?etape=-5&besoin=x&accueil=y&quand=z&jour=hier&distance=1e9&commune=../etc&page=0")]
    [InlineData("?etape=999999999999&ou=%00%01&jour=9999-12-31&quand=jour&commune=05061")]
    [InlineData("?etape=6&commune=05061&quand=jour&jour=0001-01-01&de=00:00")]
    [InlineData("?etape=6&commune=05061&quand=jour&jour=9999-12-31")]
    public async Task Une_adresse_hostile_ne_fait_rien_tomber(string requete)
    {
        using var visiteur = site.NouveauClient();
        Assert.True((await visiteur.GetStatutAsync($"/parcours-usager{requete}")).Statut is HttpStatusCode.OK or HttpStatusCode.BadRequest);
    }
}
