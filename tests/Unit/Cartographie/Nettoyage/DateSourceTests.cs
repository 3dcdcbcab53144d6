using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Dates as sources write them; what says nothing is unknown.</summary>
public class DateSourceTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 25);

    [Theory]
    [InlineData("2024-01-31", "2024-01-31")]
    [InlineData("2024-01-31T10:00:00", "2024-01-31")]
    [InlineData("2024-01-31 10:00:00.123", "2024-01-31")]
    [InlineData("2024-01-31T23:30:00Z", "2024-02-01")]
    [InlineData("2024-01-31T23:00:00.000Z", "2024-02-01")]
    [InlineData("2024-01-31T23:30:00+01:00", "2024-01-31")]
    [InlineData("2024-01-31T10:00:00+0100", "2024-01-31")]
    [InlineData("2020/06/30 16:04:32.708", "2020-06-30")]
    [InlineData("31/01/2024", "2024-01-31")]
    [InlineData("1/2/2024", "2024-02-01")]
    [InlineData("31/01/2024 10:30", "2024-01-31")]
    [InlineData("31/01/2024 10:30:15", "2024-01-31")]
    [InlineData("31/01/2024 à 10h30", "2024-01-31")]
    [InlineData("31-01-24", "2024-01-31")]
    [InlineData("31.01.2024", "2024-01-31")]
    [InlineData("31 janvier 2024", "2024-01-31")]
    [InlineData("mercredi 31 janv. 2024", "2024-01-31")]
    [InlineData("1er août 2024", "2024-08-01")]
    [InlineData("15 DÉCEMBRE 2023", "2023-12-15")]
    [InlineData("mars 2024", "2024-03-01")]
    [InlineData("2024-03", "2024-03-01")]
    [InlineData("20240131", "2024-01-31")]
    [InlineData("1706742000", "2024-02-01")]
    [InlineData("1706742000000", "2024-02-01")]
    [InlineData("45322", "2024-01-31")]
    [InlineData("45322.5", "2024-01-31")]
    public void Une_date_est_lue(string texte, string attendue) => Assert.Equal(DateOnly.ParseExact(attendue, "yyyy-MM-dd"), DateSource.Nettoyer(texte, Aujourdhui).Valeur);

    [Theory]
    [InlineData("2024-02-30", Regles.DateImpossible)]
    [InlineData("32/01/2024", Regles.DateImpossible)]
    [InlineData("12/31/2021", Regles.DateAmericaine)]
    [InlineData("1970-01-01", Regles.DateZero)]
    [InlineData("1969-12-31", Regles.DateZero)]
    [InlineData("0", Regles.DateZero)]
    [InlineData("0000-00-00", Regles.DateImpossible)]
    [InlineData("2022-12-01", Regles.DateRemplissage)]
    [InlineData("2027-01-01", Regles.DateFuture)]
    [InlineData("9999-12-31", Regles.DateFuture)]
    [InlineData("hier", Regles.DateIllisible)]
    [InlineData("2024", Regles.DateIllisible)]
    public void Une_date_qui_ne_dit_rien_est_inconnue(string texte, string regle)
    {
        var n = DateSource.Nettoyer(texte, Aujourdhui);
        Assert.Null(n.Valeur);
        Assert.Equal(regle, Assert.Single(n.Releve.Anomalies).Regle);
    }
}
