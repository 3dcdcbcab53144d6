using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Tests.Unit.Cartographie;

public class NomDeLieuTests
{
    [Theory]
    [InlineData("ANCT Test")]
    [InlineData("test")]
    [InlineData("TEST 2")]
    [InlineData("Test de création")]
    [InlineData("1")]
    [InlineData("24400054300011")]
    [InlineData("13.2")]
    [InlineData("- –")]
    public void Un_essai_ou_un_nom_sans_lettre_n_est_pas_un_lieu(string nom) => Assert.NotNull(NomDeLieu.Motif(nom));

    [Theory]
    [InlineData("ESSAIM")]
    [InlineData("France services L’Essaimeur")]
    [InlineData("Espace test agricole des Saules")]
    [InlineData("Testard Numérique")]
    [InlineData("L’Attestation")]
    [InlineData("3C")]
    public void Un_vrai_nom_reste(string nom) => Assert.Null(NomDeLieu.Motif(nom));
}
