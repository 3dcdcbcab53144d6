using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

public class NomDePersonneTests
{
    [Theory]
    [InlineData("Nathalie EXEMPLE")]
    [InlineData("EXEMPLE Nathalie")]
    [InlineData("olivier fictif")]
    [InlineData("Jean-Pierre Exemple-Fictif")]
    [InlineData("EXEMPLE*FICTIF/NATHALIE/")]
    [InlineData("EXEMPLE/NATHALIE/")]
    public void Un_nom_de_personne_est_reconnu(string nom) => Assert.True(NomDePersonne.Est(nom));

    [Theory]
    [InlineData("Médiathèque Simone Veil")]
    [InlineData("Centre social Jean Moulin")]
    [InlineData("Espace Camille Claudel")]
    [InlineData("CCAS Saint André")]
    [InlineData("Marie et Alphonse")]
    [InlineData("La Poste")]
    [InlineData("Mairie de Feurs")]
    [InlineData("Emmaüs Connect")]
    [InlineData("Konexio")]
    [InlineData("")]
    public void Un_nom_de_lieu_n_est_pas_un_nom_de_personne(string nom) => Assert.False(NomDePersonne.Est(nom));
}
