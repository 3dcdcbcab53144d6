using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>SIRET, SIREN, RNA and RIDET, with their keys.</summary>
public class PivotTests
{
    [Theory]
    [InlineData("21130001700012", null, "21130001700012")]
    [InlineData("211 300 017 00012", null, "21130001700012")]
    [InlineData("211.300.017-00012", null, "21130001700012")]
    [InlineData("21130001700012.0", null, "21130001700012")]
    [InlineData("SIRET : 211 300 017 00012", null, "21130001700012")]
    [InlineData("35600000060857", null, "35600000060857")]
    [InlineData("35600000000048", null, "35600000000048")]
    [InlineData("w751000001", null, "W751000001")]
    [InlineData("RNA W751000001", null, "W751000001")]
    [InlineData("1234567.001", "988", "1234567001")]
    [InlineData("1 234 567", "988", "1234567")]
    public void Un_pivot_est_garde(string texte, string? departement, string pivot) => Assert.Equal(pivot, Pivot.Nettoyer(texte, departement).Valeur);

    [Theory]
    [InlineData("00000000000000")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void Des_zeros_veulent_dire_inconnu(string? texte)
    {
        var n = Pivot.Nettoyer(texte);
        Assert.Null(n.Valeur);
        Assert.Empty(n.Releve.Anomalies);
    }

    [Theory]
    [InlineData("21130001700013", Regles.PivotCle)]
    [InlineData("35600000060858", Regles.PivotCle)]
    [InlineData("211300018", Regles.PivotCle)]
    [InlineData("4.18E+13", Regles.PivotScientifique)]
    [InlineData("4,18E+13", Regles.PivotScientifique)]
    [InlineData("4E13", Regles.PivotScientifique)]
    [InlineData("1", Regles.PivotForme)]
    [InlineData("en cours", Regles.PivotForme)]
    [InlineData("1234567", Regles.PivotForme)]
    public void Un_numero_faux_est_retire_avec_sa_raison(string texte, string regle)
    {
        var n = Pivot.Nettoyer(texte);
        Assert.Null(n.Valeur);
        Assert.Equal(regle, Assert.Single(n.Releve.Anomalies).Regle);
        Assert.Equal(EtatValeur.Retiree, n.Etat);
    }

    [Fact]
    public void Un_siren_est_garde_et_signale()
    {
        var n = Pivot.Nettoyer("211300017");
        Assert.Equal("211300017", n.Valeur);
        Assert.Equal(EtatValeur.Signalee, n.Etat);
    }
}
