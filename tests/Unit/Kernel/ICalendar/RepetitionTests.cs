using FaireAvec.Kernel.ICalendar;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.ICalendar;

/// <summary>Repeated events, against a slow reference and against the examples of RFC 5545.</summary>
public class RepetitionTests
{
    private static readonly Gen<DayOfWeek> UnJour = Gen.Choose(0, 6).Select(i => (DayOfWeek)i);

    private static Gen<T[]> Peu<T>(Gen<T> un, int max) => Gen.Choose(0, max).SelectMany(n => un.ArrayOf(n));

    private static readonly Gen<RegleLente> Regles =
        from frequence in Gen.Elements("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        from intervalle in Gen.Elements(1, 1, 1, 2, 3, 5)
        from fin in Gen.Elements(0, 1, 2)
        from nombre in Gen.Choose(1, 30)
        from jusqua in Gen.Choose(0, 1500)
        from jours in Peu(UnJour, 3)
        from rangs in Gen.Elements(0, 0, 1, 2, -1, -2, 5, 53, -53).ArrayOf(3)
        from joursDuMois in Peu(Gen.Elements(1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -31), 3)
        from mois in Peu(Gen.Choose(1, 12), 3)
        from positions in Peu(Gen.Elements(1, 2, 3, -1, -2, 10), 2)
        from debut in UnJour
        let avecRang = frequence is "MONTHLY" or "YEARLY"
        let lesJours = jours.Select((j, i) => (avecRang ? rangs[i] : 0, j)).Distinct().ToArray()
        let lesJoursDuMois = frequence == "WEEKLY" ? [] : joursDuMois.Distinct().ToArray()
        let lesPositions = lesJours.Length + lesJoursDuMois.Length + mois.Length > 0 ? positions.Distinct().ToArray() : []
        select new RegleLente(frequence, intervalle, fin == 1 ? nombre : null, fin == 2 ? new DateOnly(2026, 1, 1).AddDays(jusqua) : null, lesJours, lesJoursDuMois, mois.Distinct().ToArray(), lesPositions, debut);

    [Fact]
    public void Une_regle_donne_les_jours_que_donne_la_lecture_lente()
    {
        var departs = Gen.Choose(0, 1400).Select(d => new DateOnly(2024, 1, 1).AddDays(d));
        Prop.ForAll(Arb.From(Regles), Arb.From(departs), (regle, premiere) =>
        {
            var fin = new DateOnly(2030, 6, 30);
            var attendu = regle.Dates(premiere, fin);
            var obtenu = Deplier(regle.Texte(), premiere.ToDateTime(new TimeOnly(9, 30)), DateTime.MinValue.AddYears(1), fin.ToDateTime(TimeOnly.MaxValue));
            return (attendu.SequenceEqual(obtenu.Select(DateOnly.FromDateTime)) && obtenu.All(d => d.TimeOfDay == new TimeSpan(9, 30, 0)))
                .Label($"{regle.Texte()} depuis {premiere:yyyy-MM-dd} : attendu {string.Join(' ', attendu.Take(8))}, obtenu {string.Join(' ', obtenu.Take(8).Select(DateOnly.FromDateTime))}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Fact]
    public void Sauter_jusqu_a_la_periode_ne_change_pas_ce_qu_on_y_trouve()
    {
        var departs = Gen.Choose(0, 9000).Select(d => new DateOnly(2000, 1, 1).AddDays(d));
        Prop.ForAll(Arb.From(Regles), Arb.From(departs), (regle, premiere) =>
        {
            var (debut, depuis, fin) = (premiere.ToDateTime(new TimeOnly(9, 30)), new DateTime(2026, 11, 1, 0, 0, 0), new DateTime(2027, 12, 31, 0, 0, 0));
            return Deplier(regle.Texte(), debut, depuis, fin).Where(d => d >= depuis).SequenceEqual(Deplier(regle.Texte(), debut, DateTime.MinValue.AddYears(1), fin).Where(d => d >= depuis));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    // The examples of the RFC.
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=10", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 1997-09-10 1997-09-11")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    [InlineData("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16")]
    [InlineData("FREQ=MONTHLY;COUNT=5;BYMONTHDAY=-3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=6", "1997-09-02", "1997-09-02 1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4", "1997-09-29", "1997-09-29 1997-10-30 1997-11-27 1997-12-30")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17")]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1996-11-05", "1996-11-05 2000-11-07 2004-11-02")]
    [InlineData("FREQ=YEARLY;BYMONTH=6,7;COUNT=4", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10 1998-07-10")]
    [InlineData("FREQ=MONTHLY;COUNT=4", "1997-01-31", "1997-01-31 1997-03-31 1997-05-31 1997-07-31")]
    [InlineData("FREQ=YEARLY;COUNT=3", "1996-02-29", "1996-02-29 2000-02-29 2004-02-29")]
    public void Les_exemples_de_la_norme_se_retrouvent(string regle, string premiere, string attendu) =>
        Assert.Equal(attendu, string.Join(' ', Deplier(regle, DateTime.Parse(premiere, System.Globalization.CultureInfo.InvariantCulture), DateTime.MinValue.AddYears(1), new DateTime(2020, 1, 1, 0, 0, 0)).Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=HOURLY;INTERVAL=1")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;INTERVAL=-1")]
    [InlineData("FREQ=DAILY;COUNT=0")]
    [InlineData("FREQ=DAILY;COUNT=99999999999")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20270101")]
    [InlineData("FREQ=DAILY;FREQ=DAILY")]
    [InlineData("FREQ=DAILY;BYDAY=2MO")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,,TU")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=YEARLY;BYMONTH=13")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20")]
    [InlineData("FREQ=DAILY;BYSETPOS=1")]
    [InlineData("FREQ=DAILY;UNTIL=demain")]
    [InlineData("FREQ=DAILY;X=1")]
    [InlineData("FREQ")]
    public void Une_regle_que_l_on_ne_comprend_pas_n_est_pas_a_moitie_appliquee(string regle) => Assert.Null(RegleDeRecurrence.Lire(regle));

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=2000000000")]
    [InlineData("FREQ=DAILY;COUNT=2000000000")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1")]
    public void Une_regle_sans_fin_ni_jour_s_arrete(string regle)
    {
        var pas = new CompteurDePas(100_000);
        Assert.InRange(Repetition.Dates(RegleDeRecurrence.Lire(regle)!, new(new DateTime(1900, 1, 1, 9, 0, 0), TimeZoneInfo.Utc, false), new DateTime(2026, 1, 1, 0, 0, 0), new DateTime(2199, 1, 1, 0, 0, 0), pas).Count(), 1, 110_000);
    }

    private static List<DateTime> Deplier(string regle, DateTime premiere, DateTime debut, DateTime fin) =>
        [.. Repetition.Dates(RegleDeRecurrence.Lire(regle) ?? throw new InvalidOperationException(regle), new(premiere, TimeZoneInfo.Utc, false), debut, fin, new CompteurDePas(int.MaxValue))];
}
