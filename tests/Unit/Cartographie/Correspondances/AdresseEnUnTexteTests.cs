using FaireAvec.Cartographie.Correspondances.Moteur;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

public class AdresseEnUnTexteTests
{
    [Theory]
    [InlineData("8 rue de la Boétie - 33000 Bordeaux", "8 rue de la Boétie", "33000", "Bordeaux")]
    [InlineData("55, avenue du Maréchal -  33700 Mérignac", "55, avenue du Maréchal", "33700", "Mérignac")]
    [InlineData("Lot 2, voie urbaine 38 - 98 870 Bourail", "Lot 2, voie urbaine 38", "98870", "Bourail")]
    [InlineData("20224 CORSCIA", null, "20224", "CORSCIA")]
    [InlineData("1 chemin des Iris, Lormont", "1 chemin des Iris", null, null)]
    [InlineData("Rue Robert Schuman", "Rue Robert Schuman", null, null)]
    [InlineData("Lormont", "Lormont", null, null)]
    // The last one is the postal code: the first is a number of house or of box.
    [InlineData("CS 60097, 20200 Bastia", "CS 60097", "20200", "Bastia")]
    [InlineData("12345678 rue", "12345678 rue", null, null)]
    [InlineData("", null, null, null)]
    public void Une_adresse_se_coupe_a_son_code_postal(string texte, string? voie, string? codePostal, string? commune) =>
        Assert.Equal((voie, codePostal, commune), AdresseEnUnTexte.Couper(texte, "Lormont"));

    [Theory]
    [InlineData("42.35473, 9.04258", false, "42.35473", "9.04258")]
    [InlineData("42.35473,9.04258", false, "42.35473", "9.04258")]
    [InlineData("42,35473 ; 9,04258", false, "42.35473", "9.04258")]
    [InlineData("[9.04258, 42.35473]", true, "42.35473", "9.04258")]
    [InlineData("POINT(9.04258 42.35473)", false, "42.35473", "9.04258")]
    [InlineData("""{"type":"Point","coordinates":[9.04258,42.35473]}""", false, "42.35473", "9.04258")]
    [InlineData("-21.5 166.4", false, "-21.5", "166.4")]
    public void Un_point_se_lit_dans_un_texte(string texte, bool longitudeDabord, string latitude, string longitude) =>
        Assert.Equal((latitude, longitude), PointEnUnTexte.Lire(texte, longitudeDabord));

    [Theory]
    [InlineData("")]
    [InlineData("42.3")]
    [InlineData("au village")]
    public void Un_texte_sans_deux_nombres_n_est_pas_un_point(string texte) => Assert.Null(PointEnUnTexte.Lire(texte, false));
}
