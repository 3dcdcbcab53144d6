using FaireAvec.Cartographie.Correspondances.Moteur;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

public class ReparationTests
{
    private static readonly Reparation R = new(["bibliothèque", "hôtel", "événements", "près", "prés", "arènes"]);

    [Theory]
    [InlineData("Biblioth�que", "Bibliothèque")]
    [InlineData("BIBLIOTH�QUE", "BIBLIOTHÈQUE")]
    [InlineData("Place de l�H�tel", "Place de l’Hôtel")]
    [InlineData("rue de l'h�tel", "rue de l'hôtel")]
    [InlineData("l�arrondissement", "l’arrondissement")]
    [InlineData("d��v�nements", "d’événements")]
    // Two words fit: which one isn't known.
    [InlineData("pr�s", "pr�s")]
    [InlineData("inconn�", "inconn�")]
    [InlineData("Mode � La Valette", "Mode � La Valette")]
    [InlineData("sans perte", "sans perte")]
    public void Une_lettre_perdue_est_remise_quand_un_seul_mot_convient(string abime, string attendu) => Assert.Equal(attendu, R.Reparer(abime));
}
