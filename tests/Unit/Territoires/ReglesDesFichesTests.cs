using FaireAvec.Territoires.Domain;

namespace FaireAvec.Tests.Unit.Territoires;

/// <summary>What the pages of territories say of what is near, and of where nobody lives.</summary>
public class ReglesDesFichesTests
{
    [Theory]
    [InlineData(true, 0.4, 5.0)]
    [InlineData(false, 0.4, 5.1)]
    [InlineData(false, 6.0, 24.0)]
    public void Juste_a_cote_ne_se_dit_que_de_ce_qui_est_a_cinq_kilometres_au_plus(bool attendu, double premiere, double derniere) =>
        Assert.Equal(attendu, JusteACote.Sont([premiere, derniere]));

    [Fact]
    public void Ce_dont_la_distance_n_est_pas_connue_n_est_pas_juste_a_cote() => Assert.False(JusteACote.Sont([0.4, null]));

    [Theory]
    [InlineData("984", null, true)]
    [InlineData("989", null, true)]
    [InlineData("55", 0, true)]
    [InlineData("55", 1, false)]
    [InlineData("988", null, false)]
    [InlineData("42", 172_000, false)]
    public void Personne_n_habite_les_terres_australes_Clipperton_ni_les_villages_detruits(string departement, int? population, bool attendu) =>
        Assert.Equal(attendu, SansHabitant.Est(departement, population));

    [Fact]
    public void Les_communes_sans_habitant_sont_les_villages_detruits_de_la_Meuse() =>
        Assert.All(Donnees.Territoires.Communes.Where(c => c.Population is 0), c => Assert.Equal("55", c.Departement));
}
