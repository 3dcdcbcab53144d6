using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>What people type, and the same hours as the OSM specification writes them.</summary>
public class FormesTests
{
    [Theory]
    [InlineData("Mo-Fr", "Mo-Fr 00:00-24:00")]
    [InlineData("Mo-Fr 24/7", "Mo-Fr 00:00-24:00")]
    [InlineData("always", "24/7")]
    [InlineData("09:00-12:00 Mo-Fr", "Mo-Fr 09:00-12:00")]
    [InlineData("off Sa", "Sa off")]
    [InlineData("Mo-Fr Aug 09:00-12:00", "Aug Mo-Fr 09:00-12:00")]
    [InlineData("Mo We Fr 9-12", "Mo,We,Fr 09:00-12:00")]
    [InlineData("Mo-Fr 09:00-12:00 14:00-17:00", "Mo-Fr 09:00-12:00,14:00-17:00")]
    [InlineData("Mo-Fr 09:00-12:00, 14:00-17:00,", "Mo-Fr 09:00-12:00,14:00-17:00")]
    [InlineData("lundi et mercredi 9h à 12h", "Mo,We 09:00-12:00")]
    [InlineData("lun.-ven. 9.00-12.30", "Mo-Fr 09:00-12:30")]
    [InlineData("Lu-Ve 9h-12h, 14h-17h", "Mo-Fr 09:00-12:00,14:00-17:00")]
    [InlineData("Mi,Do 9-12 Uhr", "We,Th 09:00-12:00")]
    [InlineData("Montag bis Freitag von 9 bis 17 Uhr", "Mo-Fr 09:00-17:00")]
    [InlineData("weekdays 9am-5:00pm", null)]
    [InlineData("weekdays 9am-5pm", "Mo-Fr 09:00-17:00")]
    [InlineData("weekend 10:00→midnight", "Sa,Su 10:00-24:00")]
    [InlineData("daily 12am-12pm", "Mo-Su 00:00-12:00")]
    [InlineData("Su, jours fériés off", "Su,PH off")]
    [InlineData("Mo 9-12 sur rdv", "Mo 09:00-12:00 \"Sur rendez-vous\"")]
    [InlineData("Mo 9-12 'accueil'", "Mo 09:00-12:00 \"accueil\"")]
    [InlineData("août off", "Aug off")]
    [InlineData("déc. 24-26 off", "Dec 24-26 off")]
    [InlineData("Aug,Dec 24-26 09:00-12:00", "Aug 09:00-12:00; Dec 24-26 09:00-12:00")]
    [InlineData("2025,2026 May 6 09:00-12:00", "2025 May 6 09:00-12:00; 2026 May 6 09:00-12:00")]
    [InlineData("2025/2 May 9-12", "2025-2199/2 May 9-12")]
    [InlineData("week 19,week 21 Mo 9-12", "week 19,21 Mo 09:00-12:00")]
    [InlineData("Mo 09:00-12:00 || Mo off, Tu 09:00-12:00", "Mo 09:00-12:00; Tu 09:00-12:00")]
    [InlineData("Mo 22:00-02:00+", null)]
    public void Cette_forme_veut_dire(string texte, string? osm)
    {
        if (osm is null)
        {
            Assert.False(HorairesOsm.Analyser(texte).Reussi);
            return;
        }

        Assert.Equal(Lecture.Jours(osm, new DateOnly(2025, 5, 5), 400), Lecture.Jours(texte, new DateOnly(2025, 5, 5), 400));
    }
}
