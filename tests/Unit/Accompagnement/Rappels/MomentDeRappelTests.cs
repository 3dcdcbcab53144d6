using FaireAvec.Accompagnement.Domain.Rappels;
using FaireAvec.Kernel.Temps;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Rappels;

/// <summary>When a reminder goes, at the clock of the place; never at night on a telephone.</summary>
public class MomentDeRappelTests
{
    private static readonly ReglesDesRappels Regles = new(TimeSpan.FromHours(48), TimeSpan.FromHours(2), 8, 20);
    private static readonly string[] Fuseaux = ["Europe/Paris", "America/Cayenne", "America/Martinique", "America/Miquelon", "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis"];

    [Theory]
    [InlineData("Europe/Paris", "2026-12-03 14:30", true, "2026-12-01 14:30")]
    [InlineData("Europe/Paris", "2026-12-03 14:30", false, "2026-12-03 12:30")]
    // At night: in the morning when there is an hour left, else the evening before.
    [InlineData("Europe/Paris", "2026-12-03 09:30", false, "2026-12-03 08:00")]
    [InlineData("Europe/Paris", "2026-12-03 09:00", false, "2026-12-03 08:00")]
    [InlineData("Europe/Paris", "2026-12-03 08:30", false, "2026-12-02 19:00")]
    [InlineData("Europe/Paris", "2026-12-03 22:30", false, "2026-12-03 19:00")]
    [InlineData("Europe/Paris", "2026-12-03 22:00", false, "2026-12-03 19:00")]
    [InlineData("Europe/Paris", "2026-12-03 21:59", false, "2026-12-03 19:59")]
    [InlineData("Europe/Paris", "2026-12-03 07:00", true, "2026-12-01 08:00")]
    [InlineData("Pacific/Noumea", "2026-12-03 09:30", false, "2026-12-03 08:00")]
    [InlineData("America/Cayenne", "2026-12-03 08:00", false, "2026-12-02 19:00")]
    public void Un_SMS_part_de_jour(string nom, string debut, bool premier, string attendu)
    {
        var fuseau = TimeZoneInfo.FindSystemTimeZoneById(nom);
        var de = MomentDeRappel.De(Instant(fuseau, debut), premier ? PalierDeRappel.Premier : PalierDeRappel.Second, CanalDeRappel.Sms, fuseau, Regles);
        Assert.Equal(attendu, TimeZoneInfo.ConvertTime(de, fuseau).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Un_courriel_part_a_son_heure_la_nuit_aussi()
    {
        var fuseau = HeuresDUnFuseau.Zone("Europe/Paris");
        var debut = Instant(fuseau, "2026-12-03 08:30");
        Assert.Equal(debut.AddHours(-2), MomentDeRappel.De(debut, PalierDeRappel.Second, CanalDeRappel.Courriel, fuseau, Regles));
    }

    [Fact]
    public void Qui_vient_de_reserver_n_est_pas_rappele_de_ce_dont_l_heure_etait_passee()
    {
        var fuseau = HeuresDUnFuseau.Zone("Europe/Paris");
        var (debut, maintenant) = (Instant(fuseau, "2026-12-03 14:30"), Instant(fuseau, "2026-12-02 10:00"));
        Assert.False(MomentDeRappel.EstDu(debut, maintenant, PalierDeRappel.Premier, CanalDeRappel.Courriel, fuseau, Regles, maintenant));
        // Booked long ago, and the job had stopped: late, but in time.
        Assert.True(MomentDeRappel.EstDu(debut, maintenant.AddDays(-9), PalierDeRappel.Premier, CanalDeRappel.Courriel, fuseau, Regles, maintenant));
        // Then the second one takes its place.
        var tard = Instant(fuseau, "2026-12-03 12:30");
        Assert.False(MomentDeRappel.EstDu(debut, maintenant.AddDays(-9), PalierDeRappel.Premier, CanalDeRappel.Courriel, fuseau, Regles, tard));
        Assert.True(MomentDeRappel.EstDu(debut, maintenant.AddDays(-9), PalierDeRappel.Second, CanalDeRappel.Courriel, fuseau, Regles, tard));
        Assert.False(MomentDeRappel.EstDu(debut, maintenant.AddDays(-9), PalierDeRappel.Second, CanalDeRappel.Courriel, fuseau, Regles, debut.AddMinutes(-10)));
    }

    [Fact]
    public void A_toute_heure_et_partout_un_SMS_part_de_jour_et_avant_le_rendez_vous()
    {
        var cas = from quart in Gen.Choose(0, 2 * 365 * 96)
                  from nom in Gen.Elements(Fuseaux)
                  from palier in Gen.Elements(PalierDeRappel.Premier, PalierDeRappel.Second)
                  select (Debut: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * quart), Fuseau: TimeZoneInfo.FindSystemTimeZoneById(nom), Palier: palier);
        Prop.ForAll(cas.ToArbitrary(), c =>
        {
            var (de, jusqua) = (MomentDeRappel.De(c.Debut, c.Palier, CanalDeRappel.Sms, c.Fuseau, Regles), MomentDeRappel.Jusqua(c.Debut, c.Palier, CanalDeRappel.Sms, c.Fuseau, Regles));
            var delai = c.Palier == PalierDeRappel.Premier ? Regles.Premier : Regles.Second;
            var passages = Enumerable.Range(0, 16 * 12).Select(i => de.AddMinutes(5 * i));
            return MomentDeRappel.DeJour(de, c.Fuseau, Regles)
                && de < jusqua
                && de <= c.Debut - MomentDeRappel.DelaiUtile
                && de >= c.Debut - delai - MomentDeRappel.AvanceMax
                // A pass each five minutes finds it, and by day only.
                && passages.Any(p => MomentDeRappel.EstDu(c.Debut, de.AddDays(-1), c.Palier, CanalDeRappel.Sms, c.Fuseau, Regles, p))
                && passages.Where(p => MomentDeRappel.EstDu(c.Debut, de.AddDays(-1), c.Palier, CanalDeRappel.Sms, c.Fuseau, Regles, p)).All(p => MomentDeRappel.DeJour(p, c.Fuseau, Regles) && p < c.Debut);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static DateTimeOffset Instant(TimeZoneInfo fuseau, string locale) => HeuresDUnFuseau.Instant(fuseau, DateTime.Parse(locale, System.Globalization.CultureInfo.InvariantCulture));
}
