using FaireAvec.Territoires;
using FaireAvec.Territoires.Fiches;

namespace FaireAvec.Tests.Unit.Territoires;

public class LectureSlugTests
{
    [Theory]
    [InlineData("saint-etienne-42218", "42218")]
    [InlineData("42218", "42218")]
    [InlineData("n-importe-quoi-42218", "42218")]
    [InlineData("ajaccio-2a004", "2A004")]
    [InlineData("paris-13e-arrondissement-75113", "75056")]
    public void Seul_le_code_de_la_fin_compte(string slug, string code) =>
        Assert.Equal(code, LectureSlug.Commune(Donnees.Territoires, slug)?.CodeInsee);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("saint-etienne")]
    [InlineData("saint-etienne-42218-")]
    [InlineData("99999")]
    [InlineData("lyon-69123 \u0000\ud800")]
    public void Un_code_inconnu_ne_donne_rien(string slug)
    {
        Assert.Null(LectureSlug.Commune(Donnees.Territoires, slug));
        Assert.Null(LectureSlug.Departement(Donnees.Territoires, slug));
        Assert.Null(LectureSlug.Region(Donnees.Territoires, slug));
    }

    [Fact]
    public void Une_commune_fusionnee_mene_a_celle_d_aujourd_hui()
    {
        var ancien = Donnees.Territoires.Communes.SelectMany(c => Donnees.Territoires.CodesInsee(c.CodeInsee).Skip(1).Select(a => (Ancien: a, c.CodeInsee))).First(p => p.CodeInsee != "75056");

        Assert.Equal(ancien.CodeInsee, LectureSlug.Commune(Donnees.Territoires, $"ancien-nom-{ancien.Ancien}")?.CodeInsee);
    }

    [Fact]
    public void Chaque_adresse_ramene_a_son_territoire()
    {
        var t = Donnees.Territoires;

        Assert.All(t.Regions, r => Assert.Same(r, LectureSlug.Region(t, Segment(Liens.Region(r)))));
        Assert.All(t.Departements, d => Assert.Same(d, LectureSlug.Departement(t, Segment(Liens.Departement(d)))));
        Assert.All(t.Communes, c => Assert.Same(c, LectureSlug.Commune(t, Segment(Liens.Commune(c)))));
        Assert.Distinct(t.Communes.Select(Liens.Commune));
    }

    private static string Segment(string adresse) => adresse[(adresse.LastIndexOf('/') + 1)..];
}
