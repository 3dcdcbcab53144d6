using FaireAvec.Accompagnement.Domain.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Imports;

/// <summary>Dates and durations as files write them.</summary>
public class EcrituresTests
{
    [Theory]
    [InlineData("2025-03-03", "2025-03-03")]
    [InlineData("2025-03-03T14:30:00", "2025-03-03")]
    [InlineData("03/03/2025", "2025-03-03")]
    [InlineData("3/3/25", "2025-03-03")]
    [InlineData("13-03-2025", "2025-03-13")]
    [InlineData("13.03.2025", "2025-03-13")]
    [InlineData("3 mars 2025", "2025-03-03")]
    [InlineData("lundi 3 mars 2025", "2025-03-03")]
    [InlineData("1er août 2025", "2025-08-01")]
    [InlineData("12 févr. 25", "2025-02-12")]
    [InlineData("45719", "2025-03-03")]
    [InlineData("45719.5", "2025-03-03")]
    [InlineData("13/03/2025 14:05", "2025-03-13")]
    [InlineData("01/01/1900", "1900-01-01")]
    [InlineData("31/12/2099", "2099-12-31")]
    public void Une_date_se_lit_de_plusieurs_facons(string texte, string attendue) => Assert.Equal(DateOnly.Parse(attendue, System.Globalization.CultureInfo.InvariantCulture), DatesEcrites.Lire(texte, moisDAbord: false, depuis1904: false).Jour);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hier")]
    [InlineData("90")]
    [InlineData("31/02/2025")]
    [InlineData("2025-13-01")]
    [InlineData("03/03")]
    [InlineData("03/03/202")]
    [InlineData("-45719")]
    [InlineData("1e300")]
    [InlineData("03/03/2025; DROP TABLE")]
    [InlineData("00/00/0000")]
    public void Ce_qui_n_est_pas_une_date_n_en_donne_pas(string? texte) => Assert.Null(DatesEcrites.Lire(texte, moisDAbord: false, depuis1904: false).Jour);

    [Fact]
    public void Une_date_ambigue_est_dite_et_le_mois_d_abord_se_reconnait()
    {
        Assert.Equal(new DateLue(new DateOnly(2025, 4, 3), true, false), DatesEcrites.Lire("03/04/2025", false, false));
        Assert.Equal(new DateLue(new DateOnly(2025, 3, 4), true, false), DatesEcrites.Lire("03/04/2025", true, false));
        Assert.Equal(new DateLue(new DateOnly(2025, 3, 3), false, false), DatesEcrites.Lire("03/03/2025", false, false));
        Assert.Equal(new DateLue(null, false, true), DatesEcrites.Lire("03/25/2025", false, false));
        Assert.Equal(new DateLue(new DateOnly(2025, 3, 25), false, false), DatesEcrites.Lire("03/25/2025", true, false));
        // 1,462 days between both calendars of workbooks.
        Assert.Equal(new DateOnly(2025, 3, 3), DatesEcrites.Lire("44257", false, depuis1904: true).Jour);
    }

    [Fact]
    public void Toute_date_ecrite_se_relit()
    {
        var jours = Gen.Choose(new DateOnly(1955, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);
        Prop.ForAll(jours.ToArbitrary(), jour =>
            DatesEcrites.Lire(jour.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), false, false).Jour == jour
            && DatesEcrites.Lire(jour.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), false, false).Jour == jour
            && DatesEcrites.Lire(jour.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("fr-FR")), false, false).Jour == jour
            && DatesEcrites.Lire((jour.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(System.Globalization.CultureInfo.InvariantCulture), false, false).Jour == jour
            && (jour.Year is < 2000 or > 2099 || DatesEcrites.Lire(jour.ToString("dd/MM/yy", System.Globalization.CultureInfo.InvariantCulture), false, false).Jour == jour)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90.0", 90)]
    [InlineData("90 min", 90)]
    [InlineData("1 h 30", 90)]
    [InlineData("1h30", 90)]
    [InlineData("1 h", 60)]
    [InlineData("1 heure 30 minutes", 90)]
    [InlineData("01:30", 90)]
    [InlineData("1:30:00", 90)]
    [InlineData("1,5 h", 90)]
    [InlineData("0.5 heure", 30)]
    [InlineData("1\u00a0h\u00a030", 90)]
    [InlineData("0", 0)]
    public void Une_duree_se_lit_de_plusieurs_facons(string texte, int minutes) => Assert.Equal(minutes, DureesEcrites.Lire(texte));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("une heure")]
    [InlineData("1,5")]
    [InlineData("1 h 75")]
    [InlineData("01:99")]
    [InlineData("-30")]
    [InlineData("=30+60")]
    [InlineData("999999999999")]
    public void Une_duree_qui_n_est_pas_sure_n_est_pas_lue(string? texte) => Assert.Null(DureesEcrites.Lire(texte));

    [Fact]
    public void Aucun_texte_ne_fait_tomber_la_lecture() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), texte =>
    {
        DatesEcrites.Lire(texte, false, false);
        DureesEcrites.Lire(texte);
        TermesDuFichier.LireLesThemes(texte ?? "");
        return ChampsDImport.DeNom(texte) is null or { Length: > 0 };
    }).QuickCheckThrowOnFailure();
}
