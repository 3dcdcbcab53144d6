using System.Globalization;
using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Public holidays and clocks.</summary>
public class CalendrierTests
{
    private const string National = "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25";

    [Theory]
    [InlineData("75", National)]
    [InlineData("2A", National)]
    [InlineData("975", National)]
    [InlineData("57", "01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("67", "01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("68", "01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("971", "01-01 04-18 04-21 05-01 05-08 05-27 05-29 06-09 07-14 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("972", "01-01 04-18 04-21 05-01 05-08 05-22 05-29 06-09 07-14 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("973", "01-01 04-21 05-01 05-08 05-29 06-09 06-10 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("974", "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-20 12-25")]
    [InlineData("976", "01-01 04-21 04-27 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("977", "01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 10-09 11-01 11-11 12-25")]
    [InlineData("978", "01-01 04-21 05-01 05-08 05-27 05-29 06-09 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("986", "01-01 04-21 04-28 05-01 05-08 05-29 06-09 06-29 07-14 07-29 08-15 11-01 11-11 12-25")]
    [InlineData("987", "01-01 03-05 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 11-20 12-25")]
    [InlineData("988", "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 09-24 11-01 11-11 12-25")]
    public void Jours_feries_de_2025(string departement, string attendu) =>
        Assert.Equal(attendu, string.Join(' ', JoursFeries.Annee(2025, departement).Select(j => j.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(1900, "04-15")]
    [InlineData(1954, "04-18")]
    [InlineData(1981, "04-19")]
    [InlineData(2000, "04-23")]
    [InlineData(2024, "03-31")]
    [InlineData(2025, "04-20")]
    [InlineData(2038, "04-25")]
    [InlineData(2049, "04-18")]
    [InlineData(2076, "04-19")]
    [InlineData(2199, "04-14")]
    public void Paques_est_calcule(int annee, string attendu)
    {
        Assert.Equal(attendu, Paques.Calculer(annee).ToString("MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(Paques.Calculer(annee).DayOfYear, Paques.JourDeLAnnee(annee));
    }

    [Fact]
    public void Paques_est_un_dimanche_du_22_mars_au_25_avril()
    {
        for (var annee = JoursFeries.PremiereAnnee; annee <= JoursFeries.DerniereAnnee; annee++)
        {
            var jour = Paques.Calculer(annee);
            Assert.Equal(DayOfWeek.Sunday, jour.DayOfWeek);
            Assert.InRange(jour, new DateOnly(annee, 3, 22), new DateOnly(annee, 4, 25));
        }
    }

    [Fact]
    public void Chaque_jour_a_son_nom()
    {
        Assert.Equal("Lundi de Pâques", JoursFeries.Nom(new DateOnly(2025, 4, 21), "75"));
        Assert.Equal("Abolition de l’esclavage", JoursFeries.Nom(new DateOnly(2025, 12, 20), "974"));
        Assert.Null(JoursFeries.Nom(new DateOnly(2025, 5, 9), "75"));
        Assert.Null(JoursFeries.Nom(new DateOnly(1899, 12, 25), "75"));
        Assert.Empty(JoursFeries.Annee(2200, "75"));
    }

    [Fact]
    public void Le_jour_de_la_Polynesie_a_change_en_2025()
    {
        Assert.NotNull(JoursFeries.Nom(new DateOnly(2024, 6, 29), "987"));
        Assert.Null(JoursFeries.Nom(new DateOnly(2025, 6, 29), "987"));
        Assert.NotNull(JoursFeries.Nom(new DateOnly(2025, 11, 20), "987"));
    }

    [Theory]
    [InlineData("75", 2)]
    [InlineData("2B", 2)]
    [InlineData("971", -4)]
    [InlineData("977", -4)]
    [InlineData("978", -4)]
    [InlineData("972", -4)]
    [InlineData("973", -3)]
    [InlineData("974", 4)]
    [InlineData("975", -2)]
    [InlineData("976", 3)]
    [InlineData("986", 12)]
    [InlineData("987", -10)]
    [InlineData("988", 11)]
    public void Heure_d_ete_de_chaque_departement(string departement, int heures) =>
        Assert.Equal(TimeSpan.FromHours(heures), FuseauHoraire.De(departement).GetUtcOffset(new DateTime(2025, 7, 1, 12, 0, 0, DateTimeKind.Utc)));
}
