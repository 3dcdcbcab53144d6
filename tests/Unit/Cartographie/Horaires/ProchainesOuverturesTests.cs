using System.Globalization;
using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

public class ProchainesOuverturesTests
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    [Fact]
    public void Une_semaine_sur_deux_a_ses_dates()
    {
        // Week 47: the even ones begin the week after.
        var mardis = ProchainesOuvertures.De(HorairesOsm.Analyser("week 2-52/2 Tu 09:30-12:00; PH off").Valeur, new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero), "16", "fr", 3);
        Assert.Equal(["2026-11-24", "2026-12-08", "2026-12-22"], mardis.Select(j => j.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Un_lieu_qui_n_ouvre_plus_n_a_pas_de_date() =>
        Assert.Empty(ProchainesOuvertures.De(HorairesOsm.Analyser("2020 Mo 09:00-12:00").Valeur, new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero), "16", "fr", 3));

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00,14:00-17:00", "lundi à vendredi 9 h – 12 h, 14 h – 17 h")]
    [InlineData("Mo,We 09:00-12:00; Sa 10:00-12:00", "lundi 9 h – 12 h ; mercredi 9 h – 12 h ; samedi 10 h – 12 h")]
    [InlineData("Mo,Tu 09:00-12:00; Fr 09:00-12:00", "lundi et mardi 9 h – 12 h ; vendredi 9 h – 12 h")]
    public void La_semaine_se_dit_en_une_ligne(string horaires, string attendu)
    {
        var semaine = SemaineEnMots.Composer(HorairesOsm.Analyser(horaires).Valeur, new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero), "42");
        Assert.Equal(attendu, SemaineEnUneLigne.Ecrire(semaine, Francais, "{0} à {1}", "{0} et {1}").Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }
}
