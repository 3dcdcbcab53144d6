using FaireAvec.Cartographie.Ressources;

namespace FaireAvec.Tests.Unit.Cartographie;

public class NomsDeLieuxDitsTests
{
    [Theory]
    [InlineData("Le Havre", "du Havre")]
    [InlineData("Les Abymes", "des Abymes")]
    [InlineData("La Rochelle", "de La Rochelle")]
    [InlineData("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses")]
    [InlineData("Annecy", "d’Annecy")]
    [InlineData("Évry-Courcouronnes", "d’Évry-Courcouronnes")]
    [InlineData("Yvetot", "d’Yvetot")]
    [InlineData("Yerres", "d’Yerres")]
    [InlineData("Yutz", "de Yutz")]
    [InlineData("Hyères", "d’Hyères")]
    [InlineData("Hendaye", "d’Hendaye")]
    [InlineData("Haguenau", "de Haguenau")]
    [InlineData("Hem", "de Hem")]
    [InlineData("Œuilly", "d’Œuilly")]
    [InlineData("Saint-Étienne", "de Saint-Étienne")]
    [InlineData("Lespinasse", "de Lespinasse")]
    public void Le_nom_suit_la_preposition(string nom, string attendu) => Assert.Equal(attendu, NomsDeLieuxDits.De(nom));
}
