using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>An address that isn't known leads nowhere, wherever the place was put on the map.</summary>
public class AdresseDuLieuTests
{
    [Theory]
    [InlineData("Non communiquée", false)]
    [InlineData("NON COMMUNIQUE", false)]
    [InlineData(null, false)]
    [InlineData("Structure itinérante", false)]
    [InlineData("12 rue de la Structure itinérante", true)]
    [InlineData("1 rue de la Non-Violence", true)]
    public void Une_adresse_non_communiquee_n_est_pas_connue(string? adresse, bool connue) => Assert.Equal(connue, AdresseDuLieu.Connue(adresse));

    [Theory]
    [InlineData("Non communiquée", 45.8, false)]
    [InlineData("3 rue du Pont", null, false)]
    [InlineData("3 rue du Pont", 45.8, true)]
    public void La_porte_est_connue_quand_l_adresse_et_la_position_le_sont(string adresse, double? latitude, bool connue)
    {
        var lieu = new Lieu { Id = "essai_1", Nom = "Essai", Commune = "Limoges", Source = "essai", Adresse = adresse, Latitude = latitude, Longitude = latitude is null ? null : 1.2, Empreinte = [], CreeLe = default, ModifieLe = default };
        Assert.Equal(connue, AdresseDuLieu.Porte(lieu) is not null);
    }
}
