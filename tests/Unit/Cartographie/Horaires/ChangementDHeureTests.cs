namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>30 March 2025: 2:00 becomes 3:00. 26 October 2025: 3:00 becomes 2:00.</summary>
public class ChangementDHeureTests
{
    [Theory]
    [InlineData("Su 01:00-05:00", "2025-03-30", 180)]
    [InlineData("Su 01:00-05:00", "2025-10-26", 300)]
    [InlineData("Su 02:00-03:00", "2025-03-30", 0)]
    [InlineData("Su 02:00-03:00", "2025-10-26", 120)]
    [InlineData("Su 02:15-02:45", "2025-03-30", 0)]
    [InlineData("Su 02:15-02:45", "2025-10-26", 30)]
    [InlineData("Su 00:00-02:30", "2025-03-30", 120)]
    [InlineData("Su 00:00-02:30", "2025-10-26", 150)]
    [InlineData("Su 02:30-03:30", "2025-03-30", 30)]
    [InlineData("Su 02:30-03:30", "2025-10-26", 120)]
    [InlineData("Sa 22:00-26:30", "2025-03-29", 240)]
    [InlineData("Sa 22:00-03:00", "2025-10-25", 360)]
    [InlineData("24/7", "2025-03-30", 23 * 60)]
    [InlineData("24/7", "2025-10-26", 25 * 60)]
    public void Duree_ecoulee(string texte, string jour, int minutes)
    {
        var debut = Lecture.Local(jour + " 00:00");
        var fin = Lecture.Local(jour + " 00:00").AddHours(jour.EndsWith("30", StringComparison.Ordinal) ? 23 : jour.EndsWith("26", StringComparison.Ordinal) ? 25 : 30);
        Assert.Equal(minutes, Lecture.Lire(texte).Intervalles(debut, fin, "75").Sum(i => i.Duree.TotalMinutes));
    }

    [Theory]
    [InlineData("Su 02:15-02:45")]
    [InlineData("Su 00:00-02:30,03:15-04:00")]
    [InlineData("Sa 22:00-02:20; Su 02:40-08:00 \"x\"")]
    public void L_etat_suit_les_intervalles_minute_par_minute(string texte)
    {
        var horaires = Lecture.Lire(texte);
        foreach (var jour in new[] { "2025-03-30 00:00", "2025-10-26 00:00" })
        {
            var debut = Lecture.Local(jour);
            var intervalles = horaires.Intervalles(debut, debut.AddHours(10), "75");
            for (var instant = debut; instant < debut.AddHours(10); instant = instant.AddMinutes(1))
            {
                var ouvert = intervalles.Any(i => i.Debut <= instant && instant < i.Fin);
                Assert.True(ouvert == (horaires.EtatA(instant, "75").Etat != FaireAvec.Cartographie.Horaires.EtatOuverture.Ferme), $"{texte} {instant:o}");
            }
        }
    }
}
