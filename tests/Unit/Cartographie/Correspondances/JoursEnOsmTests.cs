using FaireAvec.Cartographie.Correspondances.Moteur;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

public class JoursEnOsmTests
{
    private static string? Lire(params string?[] jours) => JoursEnOsm.Lire([.. jours, .. new string?[7 - jours.Length]]);

    [Theory]
    [InlineData("09:00 - 12:00 / 13:30 - 17:00", "Mo 09:00-12:00,13:30-17:00")]
    [InlineData("09:00-12:00/14:00-17:00", "Mo 09:00-12:00,14:00-17:00")]
    [InlineData("09:00-12:00 14:00-16:30", "Mo 09:00-12:00,14:00-16:30")]
    [InlineData("9h-12h et 14h-17h30", "Mo 09:00-12:00,14:00-17:30")]
    [InlineData("de 9h à 12h", "Mo 09:00-12:00")]
    [InlineData("10h à 18h", "Mo 10:00-18:00")]
    [InlineData("7 : 30 - 11 : 30 / 12 : 30 - 15 :30", "Mo 07:30-11:30,12:30-15:30")]
    [InlineData("8:30 11:30; 13:00 16:00", "Mo 08:30-11:30,13:00-16:00")]
    [InlineData("7:45-18:00", "Mo 07:45-18:00")]
    public void Une_journee_se_lit(string cellule, string osm) => Assert.Equal(osm, Lire(cellule));

    [Theory]
    // Hours that don't follow each other, a missing one, words, an hour that isn't one.
    [InlineData("09:00 - 12:30 / 09:00 - 12:30 / 13:30 - 16:30")]
    [InlineData("09:00 - 12:00 / 13:30")]
    [InlineData("7:00-11:30 et pas d'accueil en apres midi")]
    [InlineData("sur rendez-vous")]
    [InlineData("25:00-26:00")]
    [InlineData("09:75-12:00")]
    [InlineData("123456789")]
    public void Une_journee_douteuse_ne_se_lit_pas(string cellule) => Assert.Null(Lire("9h-12h", cellule));

    [Fact]
    public void Les_jours_semblables_se_rejoignent()
    {
        Assert.Equal("Mo-We,Fr 09:00-12:00; Th 14:00-18:00", Lire("9h-12h", "9h-12h", "9h-12h", "14h-18h", "9h-12h"));
        Assert.Equal("Mo,Tu 09:00-12:00", Lire("9h-12h", "9h-12h", "-", "fermé", "Fermée"));
        Assert.Null(Lire("-", "fermé"));
    }
}
