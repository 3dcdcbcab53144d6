using System.Globalization;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Tests.Unit.Kernel;

public class DatesEnMotsTests
{
    [Theory]
    [InlineData("fr-FR", "2026-12-01", "d MMMM yyyy", "1er décembre 2026")]
    [InlineData("fr-FR", "2026-12-01", "dddd d MMMM", "mardi 1er décembre")]
    [InlineData("fr-FR", "2026-12-01", "d\u00a0MMM yyyy", "1er\u00a0déc. 2026")]
    [InlineData("fr-FR", "2026-12-11", "d MMMM yyyy", "11 décembre 2026")]
    [InlineData("fr-FR", "2026-12-21", "dddd d MMMM", "lundi 21 décembre")]
    [InlineData("en-GB", "2026-12-01", "dddd d MMMM", "Tuesday 1 December")]
    public void Le_premier_du_mois_se_dit_premier(string culture, string date, string format, string attendu) =>
        Assert.Equal(attendu, DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).EnMots(format, CultureInfo.GetCultureInfo(culture)));
}
