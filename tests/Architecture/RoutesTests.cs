using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>The routes of rule 5, the declared rights of rule 7, the visited pages of rule 10.</summary>
public sealed class RoutesTests(SiteDArchitecture site)
{
    private static readonly IReadOnlyList<(string Module, string Segment)> Declares = [.. Host.ModulesDuProduit.Tous().SelectMany(m => m.Routes.Select(r => (m.Nom, r)))];

    [Fact]
    public void Regle_5_un_premier_segment_appartient_a_un_seul_module() => Assert.Empty(ReglesDesRoutes.SegmentsUniques(Declares));

    [Fact]
    public void Regle_5_mord_sur_deux_modules_au_meme_endroit() =>
        Assert.Single(ReglesDesRoutes.SegmentsUniques([.. Declares, ("Voisin", "lieux")]));

    [Fact]
    public void Regle_5_chaque_module_repond_chez_lui()
    {
        Assert.Contains(site.Routes, r => r is { Proprietaire: "Cartographie", Page: false, Route: "/api/v1/lieux/{id}" });
        Assert.Contains(site.Routes, r => r is { Proprietaire: "Host", Route: "/sante" });
        Assert.Contains(site.Routes, r => r is { Proprietaire: "Ui", Page: true, Route: "/ui" });
        Assert.Empty(ReglesDesRoutes.ChacunChezSoi(site.Routes, Declares));
    }

    [Theory]
    [InlineData("/mandats", "Cartographie", true)]
    [InlineData("/api/v1/territoires/x", "Cartographie", false)]
    [InlineData("/lieux", "Host", true)]
    [InlineData("/lieux/export", "Cartographie", false)]
    [InlineData("/", "Territoires", true)]
    [InlineData("/api/v1/lieux/page", "Cartographie", true)]
    [InlineData("/api/v2/lieux", "Cartographie", false)]
    public void Regle_5_mord_sur_une_route_ailleurs(string route, string proprietaire, bool page) =>
        Assert.NotEmpty(ReglesDesRoutes.ChacunChezSoi([new RouteDuSite(route, ["GET"], proprietaire, page, "public")], Declares));

    [Fact]
    public void Regle_5_laisse_ce_qu_une_page_demande_et_mord_sous_api()
    {
        Assert.Empty(ReglesDesRoutes.ChacunChezSoi([new RouteDuSite("/hors-ligne/etat", ["GET"], "Accompagnement", Page: false, "public", Echange: true)], Declares));
        Assert.Single(ReglesDesRoutes.ChacunChezSoi([new RouteDuSite("/api/v1/activites/etat", ["GET"], "Accompagnement", Page: false, "public", Echange: true)], Declares));
    }

    [Fact]
    public void Regle_7_chaque_adresse_dit_son_droit()
    {
        Assert.True(site.Routes.Count > 10);
        Assert.Empty(ReglesDesRoutes.DroitDeclare(site.Routes));
    }

    [Fact]
    public void Regle_7_mord() => Assert.Single(ReglesDesRoutes.DroitDeclare([.. site.Routes, new RouteDuSite("/oubliee", ["GET"], "Host", Page: true, null)]));

    [Fact]
    public void Regle_10_axe_visite_chaque_page() =>
        Assert.Empty(ReglesDesRoutes.PagesVisitees(site.Routes, ListesEcrites.Pages(File.ReadAllText(Depot.Chemin("tests", "Browser", "pages.txt")))));

    [Theory]
    [InlineData("")]
    [InlineData("/ui => /ui\n/fantome => /fantome")]
    [InlineData("/ui => /ailleurs")]
    public void Regle_10_mord(string liste) =>
        Assert.NotEmpty(ReglesDesRoutes.PagesVisitees([new RouteDuSite("/ui", ["GET"], "Ui", Page: true, "public")], ListesEcrites.Pages(liste)));

    [Theory]
    [InlineData("/lieux/{id}", "/lieux/abc", true)]
    [InlineData("/lieux/{id}", "/lieux/abc?d=42", true)]
    [InlineData("/lieux/{id}", "/lieux", false)]
    [InlineData("/lieux/{id}/{nom?}", "/lieux/abc", true)]
    public void Une_adresse_repond_a_son_modele(string modele, string adresse, bool attendu) => Assert.Equal(attendu, ReglesDesRoutes.Repond(modele, adresse));
}
