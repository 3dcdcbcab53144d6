using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

public class PersonneNommeeTests
{
    [Theory]
    [InlineData("Feurs - Nathalie Exemple", "Feurs", "Médiation numérique Feurs")]
    [InlineData("Saint Marc des Prés - Olivier FICTIF", "Saint-Marc-des-Prés", "Médiation numérique Saint Marc des Prés")]
    [InlineData("FEURS- Nathalie Exemple - La Fabrique", "Feurs", "FEURS - La Fabrique")]
    [InlineData("Feurs – La Fabrique – Exemple Nathalie", "Feurs", "Feurs - La Fabrique")]
    [InlineData("Feurs - Nathzlie Exemple", "Feurs", "Médiation numérique Feurs")]
    [InlineData("Nathalie Exemple - formation & médiation numérique", "Bayonne", "Formation & médiation numérique")]
    [InlineData("Nathalie Exemple - Accompagnement Informatique 42", "Feurs", "Accompagnement Informatique 42")]
    public void Le_nom_de_qui_recoit_est_retire_du_nom_du_lieu(string nom, string commune, string reste)
    {
        Assert.Equal(reste, PersonneNommee.HorsDuNom(nom, commune));
        Assert.Equal(reste, PersonneNommee.HorsDuNom(reste, commune));
    }

    [Theory]
    [InlineData("Médiathèque Simone Veil", "Feurs")]
    [InlineData("Maison de Quartier - Jacques Tati", "Angers")]
    [InlineData("France services Colombes - Louis Aragon", "Colombes")]
    [InlineData("Bureau de Poste - Laurent Bonnevay - Cholet", "Cholet")]
    [InlineData("Feurs - Le Chai", "Feurs")]
    [InlineData("Feurs - Galerie Marchande", "Feurs")]
    [InlineData("Feurs - Cantine Solidaire", "Feurs")]
    [InlineData("Feurs - Famille Rurale", "Feurs")]
    [InlineData("Feurs - Justice Proximité", "Feurs")]
    [InlineData("Feurs - Cabine Connectée", "Feurs")]
    [InlineData("Feurs - Espace Aimé Césaire", "Feurs")]
    [InlineData("Feurs - Association Clé de Contacts", "Feurs")]
    [InlineData("Feurs - Bus de services", "Feurs")]
    [InlineData("Salle Maurice Gautier - Mairie", "Feurs")]
    [InlineData("Léo Lagrange Graulhet - Tiers lieu M", "Graulhet")]
    [InlineData("Centre socio-culturel Jean Moulin", "Feurs")]
    [InlineData("Nathalie Exemple", "Feurs")]
    [InlineData("Feurs", "Feurs")]
    [InlineData("", "")]
    public void Un_lieu_qui_porte_le_nom_de_quelqu_un_le_garde(string nom, string commune) => Assert.Equal(nom, PersonneNommee.HorsDuNom(nom, commune));

    [Theory]
    [InlineData("C/O N.EXEMPLE FICTIF 73 AVENUE DES ALPES BAT B", "73 AVENUE DES ALPES BAT B")]
    [InlineData("c/o Nathalie Exemple, 4 rue des Écoles", "4 rue des Écoles")]
    [InlineData("4 rue des Écoles c/o Mme Exemple", "4 rue des Écoles")]
    [InlineData("4 rue des Écoles (chez M. Exemple)", "4 rue des Écoles")]
    [InlineData("CHEZ OLIVIER FICTIF - LE GRAND LOGIS", "LE GRAND LOGIS")]
    [InlineData("EXEMPLE Nathalie 1120 AVENUE DE LA RIVE", "1120 AVENUE DE LA RIVE")]
    [InlineData("Madame Exemple, 4 bis rue des Écoles", "4 bis rue des Écoles")]
    [InlineData("C/O N.EXEMPLE", null)]
    public void Le_nom_de_la_personne_chez_qui_l_on_est_est_retire_de_l_adresse(string adresse, string? reste)
    {
        Assert.Equal(reste, PersonneNommee.HorsDeLAdresse(adresse));
        Assert.Equal(reste, PersonneNommee.HorsDeLAdresse(reste));
    }

    [Theory]
    [InlineData("12 Rue Joseph Rey (chez Aconit)")]
    [InlineData("140, rue des Lilas c/o Pays Basque au Cœur")]
    [InlineData("co/My Lucky Day - 27 r Tupin")]
    [InlineData("5 RUE DE MADAME")]
    [InlineData("Raymond Gernez")]
    [InlineData("PAUL VERLAINE PLACE OUM KALTHOUM")]
    [InlineData("Salle Louis 12 rue des Écoles")]
    [InlineData("Domaine Jacques Brel, 45 avenue du Maréchal Leclerc")]
    [InlineData("Rue Marie Curie 12 place du Marché")]
    [InlineData("Caserne Adj Levasseur - 2 boulevard de l'artillerie")]
    [InlineData("Immeuble Mirza Gaétan - Quartier La Laugier")]
    [InlineData("")]
    [InlineData(null)]
    public void Une_adresse_qui_honore_quelqu_un_reste(string? adresse) => Assert.Equal(adresse, PersonneNommee.HorsDeLAdresse(adresse));
}
