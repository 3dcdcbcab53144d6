using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Positions in every writing, and against the commune.</summary>
public class CoordonneesTests
{
    [Theory]
    [InlineData(700_000, 6_600_000, 46.5, 3)] // the origin of the projection, by definition (IGN NTG_71)
    [InlineData(648_237.3, 6_862_271.7, 48.858400166, 2.294499977)] // the others by proj4js 2.22.0 with the parameters of EPSG:2154
    [InlineData(1_242_000, 6_080_000, 41.620600278, 9.493863633)]
    [InlineData(124_000, 6_838_000, 48.386291118, -4.792652531)]
    [InlineData(893_000, 6_250_000, 43.322993076, 5.378406157)]
    [InlineData(452_000, 6_680_000, 47.173986333, -0.275222717)]
    public void Lambert_93_est_converti_au_millimetre(double x, double y, double latitude, double longitude)
    {
        var (la, lo) = Lambert93.EnDegres(x, y);
        Assert.Equal(latitude, la, 8);
        Assert.Equal(longitude, lo, 8);
        var (x2, y2) = Lambert93.EnMetres(la, lo);
        Assert.Equal(x, x2, 3);
        Assert.Equal(y, y2, 3);
    }

    [Theory]
    [InlineData("45.4397", "4.3872", 45.4397, 4.3872, null)]
    [InlineData("45,4397", "4,3872", 45.4397, 4.3872, Regles.GeoVirgule)]
    [InlineData("4.3872", "45.4397", 45.4397, 4.3872, Regles.GeoInversee)]
    [InlineData("45.4397, 4.3872", null, 45.4397, 4.3872, Regles.GeoPaire)]
    [InlineData("45.4397, 4.3872", "45.4397, 4.3872", 45.4397, 4.3872, Regles.GeoPaire)]
    [InlineData("45° 26' 22.92\" N", "4° 23' 13.92\" E", 45.4397, 4.3872, Regles.GeoDegres)]
    [InlineData("N 45°26,382'", "E 4°23,232'", 45.4397, 4.3872, Regles.GeoDegres)]
    [InlineData("808512", "6482963", 45.437517, 4.387977, Regles.GeoLambert)]
    [InlineData("6 482 963,0", "808 512,0", 45.437517, 4.387977, Regles.GeoLambert)]
    public void Une_position_est_lue(string latitude, string? longitude, double y, double x, string? regle)
    {
        var n = Coordonnees.Nettoyer(latitude, longitude, Donnees.Territoires.Commune("42218"), Donnees.Territoires);
        Assert.Equal(y, n.Valeur!.Value.Latitude, 3);
        Assert.Equal(x, n.Valeur.Value.Longitude, 3);
        Assert.Equal(regle, n.Releve.Corrections is [var c, ..] ? c.Regle : null);
    }

    [Theory]
    [InlineData("0", "0", Regles.GeoZero)]
    [InlineData("abc", "4.38", Regles.GeoIllisible)]
    [InlineData("NaN", "4.38", Regles.GeoIllisible)]
    [InlineData("45.43", null, Regles.GeoIncomplete)]
    [InlineData("51.5", "-0.12", Regles.GeoEnMer)]
    [InlineData("52.52", "13.40", Regles.GeoHorsDeFrance)]
    [InlineData("43.0", "6.8", Regles.GeoEnMer)]
    [InlineData("1794000", "808512", Regles.GeoProjection)]
    [InlineData("95.1", "4.38", Regles.GeoHorsLimites)]
    [InlineData("48.8566", "2.3522", Regles.GeoTresLoin)]
    public void Une_position_impossible_est_retiree(string latitude, string? longitude, string regle)
    {
        var n = Coordonnees.Nettoyer(latitude, longitude, Donnees.Territoires.Commune("42218"), Donnees.Territoires);
        Assert.Null(n.Valeur);
        Assert.Equal(regle, Assert.Single(n.Releve.Anomalies).Regle);
    }

    [Fact]
    public void Une_position_loin_de_la_commune_est_gardee_et_signalee_avec_la_distance()
    {
        var n = Coordonnees.Nettoyer("45.6", "4.8", Donnees.Territoires.Commune("42218"), Donnees.Territoires);
        Assert.NotNull(n.Valeur);
        var anomalie = Assert.Single(n.Releve.Anomalies);
        Assert.Equal(Regles.GeoLoin, anomalie.Regle);
        Assert.Contains(" km du centre de Saint-Étienne (Loire)", anomalie.Phrase, StringComparison.Ordinal);
    }
}
