using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>One limit, whichever way a place comes in.</summary>
public sealed class PositionHorsDeSaCommuneTests
{
    [Theory]
    [InlineData(49.9, "42", false)]
    [InlineData(50.1, "42", true)]
    [InlineData(50.1, null, true)]
    [InlineData(199.9, "973", false)]
    [InlineData(200.1, "973", true)]
    public void Au_dela_de_la_limite_l_une_des_deux_est_fausse(double km, string? departement, bool hors) =>
        Assert.Equal(hors, PositionHorsDeSaCommune.Est(km, departement));

    [Theory]
    [InlineData("16102", "Cognac", "16100", 45.6915, 0.3331)] // 52 km
    [InlineData("27467", "Pont-Audemer", "27500", 49.434955, 1.098474)] // 42 km: a bus that is kept in Rouen
    [InlineData("97353", "Maripasoula", "97370", 2.3, -53.0)]
    [InlineData("97353", "Maripasoula", "97370", 4.93, -52.33)]
    public void Un_fichier_du_standard_et_une_correspondance_en_jugent_de_meme(string insee, string commune, string codePostal, double latitude, double longitude)
    {
        var lieu = new Lieu { Id = "a", Nom = "Espace public numérique", CodePostal = codePostal, CodeInsee = insee, Commune = commune, Latitude = latitude, Longitude = longitude, Empreinte = [], CreeLe = HorlogeFactice.Depart, ModifieLe = HorlogeFactice.Depart };
        new CoherenceDeLaLocalisation(LieuxLivres.Territoires).Appliquer(lieu, (_, _, _) => { });
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var nettoyee = Coordonnees.Nettoyer(latitude.ToString(invariant), longitude.ToString(invariant), LieuxLivres.Territoires.Commune(insee), LieuxLivres.Territoires);
        Assert.Equal(IndexLieux.PositionDe(lieu) is not null, nettoyee.Valeur is not null);
    }
}
