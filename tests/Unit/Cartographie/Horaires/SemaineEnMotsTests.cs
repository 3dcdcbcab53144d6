using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>The table of the week of 5 May 2025, asked on Wednesday.</summary>
public class SemaineEnMotsTests
{
    private static readonly DateTimeOffset Mercredi = Lecture.Local("2025-05-07 10:00");

    [Fact]
    public void Sept_jours_depuis_lundi()
    {
        var semaine = SemaineEnMots.Composer(Lecture.Lire("Mo-Fr 09:00-12:30,14:00-17:00"), Mercredi, "75");
        Assert.Equal(
            ["lundi 5 mai", "mardi 6 mai", "mercredi 7 mai", "jeudi 8 mai", "vendredi 9 mai", "samedi 10 mai", "dimanche 11 mai"],
            semaine.Select(j => j.Nom));
        Assert.Equal(new DateOnly(2025, 5, 7), semaine.Single(j => j.Aujourdhui).Date);
        Assert.Equal(["9\u00a0h – 12\u00a0h\u00a030", "14\u00a0h – 17\u00a0h"], semaine[0].Plages.Select(p => p.Texte));
        Assert.Empty(semaine[6].Plages);
    }

    [Fact]
    public void Un_jour_ferie_que_les_horaires_ne_mentionnent_pas_est_a_verifier()
    {
        var jeudi = SemaineEnMots.Composer(Lecture.Lire("Mo-Fr 09:00-12:30"), Mercredi, "75")[3];
        Assert.Equal(("Victoire 1945", "Horaires habituels\u00a0; jour férié, à vérifier"), (jeudi.JourFerie, jeudi.AVerifier));
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:30; PH off")]
    [InlineData("Mo 09:00-12:30")]
    public void Rien_a_verifier_si_les_horaires_le_disent_ou_si_c_est_ferme(string texte)
    {
        var jeudi = SemaineEnMots.Composer(Lecture.Lire(texte), Mercredi, "75")[3];
        Assert.Equal(("Victoire 1945", null), (jeudi.JourFerie, jeudi.AVerifier));
    }

    [Fact]
    public void Une_nuit_est_dite_une_fois_le_jour_ou_elle_commence()
    {
        var semaine = SemaineEnMots.Composer(Lecture.Lire("Mo,Su 20:00-02:00"), Mercredi, "75");
        Assert.Equal("20\u00a0h – 2\u00a0h", Assert.Single(semaine[0].Plages).Texte);
        Assert.Empty(semaine[1].Plages);
        Assert.Equal((1200, 1560), (semaine[6].Plages[0].Debut, semaine[6].Plages[0].Fin));
    }

    [Theory]
    [InlineData("24/7", "24\u00a0h sur\u00a024")]
    [InlineData("Mo 18:00-24:00", "18\u00a0h – minuit")]
    [InlineData("Mo 18:00+", "à partir de 18\u00a0h")]
    public void Textes_de_plages(string texte, string attendu) =>
        Assert.Equal(attendu, Assert.Single(SemaineEnMots.Composer(Lecture.Lire(texte), Mercredi, "75")[0].Plages).Texte);

    [Fact]
    public void Le_commentaire_accompagne_la_plage()
    {
        var plage = Assert.Single(SemaineEnMots.Composer(Lecture.Lire("Mo 14:00-17:00 \"sur rendez-vous\""), Mercredi, "75")[0].Plages);
        Assert.Equal((true, "sur rendez-vous"), (plage.Inconnu, plage.Commentaire));
    }

    [Fact]
    public void En_anglais()
    {
        var semaine = SemaineEnMots.Composer(Lecture.Lire("Mo-Fr 09:00-12:30"), Mercredi, "75", "en");
        Assert.Equal(("Monday 5 May", "9:00 – 12:30"), (semaine[0].Nom, semaine[0].Plages[0].Texte));
        Assert.Equal("Usual hours; public holiday, please check", semaine[3].AVerifier);
    }
}
