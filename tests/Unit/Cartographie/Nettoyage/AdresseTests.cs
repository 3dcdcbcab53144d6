using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Number and street, apart from the rest.</summary>
public class AdresseTests
{
    private static readonly Localite Grenoble = new("38000", "38185", "Grenoble");

    [Theory]
    [InlineData("12 rue Neuve", "12 rue Neuve", null)]
    [InlineData("  12   rue  Neuve ", "12 rue Neuve", null)]
    [InlineData("12, rue Neuve", "12 rue Neuve", null)]
    [InlineData("12 bis, av. Neuve", "12 bis av. Neuve", null)]
    [InlineData("12,13 rue Neuve", "12, 13 rue Neuve", null)]
    [InlineData("0 rue Neuve", "rue Neuve", null)]
    [InlineData("00 Place Neuve", "Place Neuve", null)]
    [InlineData("null rue Neuve", "rue Neuve", null)]
    [InlineData("null", null, null)]
    [InlineData("12 rue \"Neuve\"", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve 38000 Grenoble", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve - 38000 GRENOBLE", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve, 38 000 Grenoble", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve 38040 Grenoble Cedex 9", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve\t38000\tGRENOBLE", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve, Grenoble", "12 rue Neuve", null)]
    [InlineData("12 rue Neuve 38000 Grenoble, Grenoble", "12 rue Neuve", null)]
    [InlineData("12 rue de Grenoble", "12 rue de Grenoble", null)]
    [InlineData("Place Grenoble", "Place Grenoble", null)]
    [InlineData("38000 Grenoble", null, null)]
    [InlineData("38000 Grenoble, 12 rue Neuve", "12 rue Neuve", null)]
    [InlineData("30 Rue de la Résistance CS 80 151", "30 Rue de la Résistance CS 80 151", null)]
    [InlineData("12 rue du 35200", "12 rue du 35200", null)]
    [InlineData("12 rue Neuve - BP 12", "12 rue Neuve", "BP 12")]
    [InlineData("Bâtiment B, 12 rue Neuve", "12 rue Neuve", "Bâtiment B")]
    [InlineData("chez Emmaüs, 12 rue Neuve", "12 rue Neuve", "chez Emmaüs")]
    [InlineData("12 rue Neuve, 2ème étage", "12 rue Neuve", "2ème étage")]
    [InlineData("Maison des solidarités\n12 rue Neuve\n38000 Grenoble", "12 rue Neuve", "Maison des solidarités")]
    [InlineData("Le Bourg", "Le Bourg", null)]
    [InlineData("Lieu-dit Trova", "Lieu-dit Trova", null)]
    [InlineData("12 rue de lâ€™Ã©glise", "12 rue de l’église", null)]
    public void Une_adresse_est_nettoyee(string texte, string? adresse, string? complement) =>
        Assert.Equal((adresse, complement), Adresse.Nettoyer(texte, null, Grenoble, new Releve()));

    [Fact]
    public void Un_complement_deja_ecrit_n_est_pas_repete() =>
        Assert.Equal(("12 rue Neuve", "Bâtiment B, escalier 2"), Adresse.Nettoyer("12 rue Neuve, bâtiment B", "Bâtiment B, escalier 2", Grenoble, new Releve()));
}
