using FaireAvec.Comptes.Domain;

namespace FaireAvec.Tests.Unit.Comptes;

public class CourrielsTests
{
    [Theory]
    [InlineData("Prenom.Nom@Example.org", "prenom.nom@example.org")]
    [InlineData("  a+b@sous.example.org ", "a+b@sous.example.org")]
    [InlineData("é@example.org", "é@example.org")]
    public void Une_adresse_se_compare_sans_casse(string saisie, string cle) => Assert.Equal(cle, Courriels.Cle(saisie));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nom")]
    [InlineData("nom@")]
    [InlineData("@example.org")]
    [InlineData("nom@localhost")]
    [InlineData("nom@example.org.")]
    [InlineData("Nom <nom@example.org>")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a\r\nBcc: b@example.org")]
    [InlineData("a@example.org\0")]
    public void Ce_qui_n_en_est_pas_une_est_refuse(string? saisie) => Assert.Null(Courriels.Cle(saisie));

    [Fact]
    public void Trop_longue_elle_est_refusee() => Assert.Null(Courriels.Cle($"{new string('a', 243)}@example.org"));

    [Theory]
    [InlineData("a@example.org", true)]
    [InlineData("a@sous.example.com", true)]
    [InlineData("a@quelque.test", true)]
    [InlineData("a@notexample.org", false)]
    [InlineData("a@example.org.fr", false)]
    public void Une_adresse_que_personne_ne_peut_avoir_est_inventee(string cle, bool inventee) => Assert.Equal(inventee, Courriels.Inventee(cle));

    [Fact]
    public void Masquee_elle_se_reconnait_sans_se_lire() => Assert.Equal("p•••@example.org", Courriels.Masquer("prenom@example.org"));
}
