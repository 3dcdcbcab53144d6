using System.Diagnostics;
using System.Text;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Resultats;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.ICalendar;

/// <summary>Somebody else's calendar: when they are taken, in the zone that is meant; what is too big, too deep or endless is refused at once.</summary>
public class LectureICalendarTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly TimeZoneInfo Reunion = TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion");
    private static readonly DateTimeOffset De = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset A = new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("DTSTART:20261203T083000Z|DTEND:20261203T093000Z", "2026-12-03 08:30 – 09:30")]
    [InlineData("DTSTART;TZID=Europe/Paris:20261203T093000|DURATION:PT1H", "2026-12-03 08:30 – 09:30")]
    [InlineData("DTSTART;TZID=\"Romance Standard Time\":20261203T093000|DURATION:PT1H", "2026-12-03 08:30 – 09:30")]
    [InlineData("DTSTART;TZID=/citadel.org/20210210_1/Europe/Paris:20261203T093000|DURATION:PT1H", "2026-12-03 08:30 – 09:30")]
    [InlineData("DTSTART;TZID=Indian/Reunion:20261203T093000|DURATION:PT1H", "2026-12-03 05:30 – 06:30")]
    [InlineData("dtstart;value=date-time:20261203T093000|DTEND:20261203T103000", "2026-12-03 08:30 – 09:30")]
    [InlineData("DTSTART;VALUE=DATE:20261203", "2026-12-02 23:00 – 23:00")]
    [InlineData("DTSTART;VALUE=DATE:20261203|DTEND;VALUE=DATE:20261205", "2026-12-02 23:00 – 23:00")]
    [InlineData("DTSTART:20270328T010000Z|DTEND:20270328T010000Z", "")]
    [InlineData("DTSTART:20261203T083000Z", "")]
    [InlineData("DTSTART:20261203T083000Z|DTEND:20261203T093000Z|TRANSP:TRANSPARENT", "")]
    [InlineData("DTSTART:20261203T083000Z|DTEND:20261203T093000Z|STATUS:CANCELLED", "")]
    [InlineData("DTSTART:20250101T083000Z|DTEND:20250101T093000Z", "")]
    public async Task Un_evenement_prend_son_temps_dans_son_fuseau(string evenement, string attendu) => Assert.Equal(attendu, Dire(await LireAsync(Calendrier(evenement))));

    [Fact]
    public async Task Une_heure_qui_n_existe_pas_ou_vient_deux_fois_a_un_sens()
    {
        // 28 March 2027: no 02:30 in Paris; 31 October 2027: two of them, the first one counts.
        Assert.Equal("2027-03-28 01:30 – 02:30", Dire(await LireAsync(Calendrier("DTSTART;TZID=Europe/Paris:20270328T023000|DURATION:PT1H"))));
        Assert.Equal("2027-10-31 00:30 – 01:30", Dire(await LireAsync(Calendrier("DTSTART;TZID=Europe/Paris:20271031T023000|DURATION:PT1H"))));
    }

    [Fact]
    public async Task Une_repetition_garde_son_heure_au_mur_quand_l_heure_change() =>
        Assert.Equal(
            "2027-03-22 08:30 – 09:30, 2027-03-29 07:30 – 08:30",
            Dire(await LireAsync(Calendrier("DTSTART;TZID=Europe/Paris:20270322T093000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=2"))));

    [Fact]
    public async Task Un_rendez_vous_deplace_ou_supprime_d_une_serie_est_compte_une_fois()
    {
        var serie = "UID:s|DTSTART;TZID=Europe/Paris:20261202T100000|DTEND;TZID=Europe/Paris:20261202T110000|RRULE:FREQ=WEEKLY;UNTIL=20261223T090000Z|EXDATE;TZID=Europe/Paris:20261209T100000|RDATE:20261204T090000Z";
        var deplace = "UID:s|RECURRENCE-ID;TZID=Europe/Paris:20261216T100000|DTSTART;TZID=Europe/Paris:20261217T140000|DURATION:PT2H";
        var annule = "UID:s|RECURRENCE-ID:20261223T090000Z|STATUS:CANCELLED|DTSTART:20261223T090000Z|DURATION:PT1H";
        Assert.Equal("2026-12-02 09:00 – 10:00, 2026-12-04 09:00 – 10:00, 2026-12-17 13:00 – 15:00", Dire(await LireAsync(Calendrier(serie, deplace, annule))));
    }

    [Fact]
    public async Task La_derniere_version_d_un_evenement_compte_seule()
    {
        var lu = await LireAsync(Calendrier("UID:a|SEQUENCE:2|DTSTART:20261203T100000Z|DURATION:PT1H", "UID:a|SEQUENCE:1|DTSTART:20261203T080000Z|DURATION:PT1H"));
        Assert.Equal("2026-12-03 10:00 – 11:00", Dire(lu));
    }

    [Fact]
    public async Task Ce_qui_ne_se_comprend_pas_est_dit_et_bloque_au_moins_sa_premiere_date()
    {
        var lu = (await LireAsync(Calendrier("DTSTART:20261203T080000Z|DURATION:PT1H|RRULE:FREQ=SECONDLY", "DTSTART;TZID=Lune/Copernic:20261204T090000|DURATION:PT1H", "DTSTART:demain", "DTSTART:20261205T080000Z|DTEND:20261204T080000Z"))).Valeur;
        Assert.Equal((4, 2, 1, 1), (lu.Evenements, lu.Illisibles, lu.ReglesNonComprises, lu.FuseauxInconnus));
        Assert.Equal(2, lu.Occupees.Count);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public async Task Toutes_les_fins_de_ligne_se_lisent(string fin)
    {
        var texte = "\ufeffBEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:Indian/Reunion\nBEGIN:VEVENT\nDTSTART:20261203T093000\nDTE\n ND:20261203\n\tT103000\nBEGIN:VALARM\nDTSTART:19990101T000000Z\nTRIGGER:-PT5M\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n".Replace("\n", fin, StringComparison.Ordinal);
        // A blank line ends a folded one: nothing is folded then.
        texte = fin == "\n\n" ? texte.Replace("\n\n ", "", StringComparison.Ordinal).Replace("\n\n\t", "", StringComparison.Ordinal) : texte;
        Assert.Equal("2026-12-03 05:30 – 06:30", Dire(await LectureICalendar.LireAsync(new MemoryStream(Encoding.UTF8.GetBytes(texte)), De, A, Paris, new(), CancellationToken.None)));
    }

    [Fact]
    public async Task Ce_qui_n_est_pas_un_calendrier_le_dit()
    {
        foreach (var (texte, erreur) in new (string, Erreur)[]
        {
            ("", ErreursICalendar.PasUnCalendrier), ("<!DOCTYPE html><title>Connexion</title>", ErreursICalendar.PasUnCalendrier), ("\u0089PNG\r\n", ErreursICalendar.PasUnCalendrier),
            ("BEGIN:VCARD\r\nEND:VCARD\r\n", ErreursICalendar.PasUnCalendrier), ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026", ErreursICalendar.Coupe), ("BEGIN:VCALENDAR\r\n", ErreursICalendar.Coupe),
            ("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", ErreursICalendar.MalFerme), ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VEVENT\r\n", ErreursICalendar.MalFerme), ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n", ErreursICalendar.MalFerme),
            (string.Concat(Enumerable.Repeat("BEGIN:VCALENDAR\r\n", 9)), ErreursICalendar.TropProfond),
        })
        {
            Assert.Equal((texte, erreur), (texte, (await LireAsync(texte)).Erreur));
        }
    }

    [Fact]
    public async Task Cinquante_megaoctets_sont_refuses_apres_en_avoir_lu_cinq()
    {
        var flux = new FluxSansFin("BEGIN:VCALENDAR\r\n", "DESCRIPTION:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
        var lu = await LectureICalendar.LireAsync(flux, De, A, Paris, new(), CancellationToken.None);
        Assert.Equal("Le calendrier est trop gros : 5 Mo au plus.", lu.Erreur!.Message);
        Assert.InRange(flux.Donnes, 5 * 1024 * 1024, (5 * 1024 * 1024) + (64 * 1024));

        // The same in one line.
        Assert.Equal(ErreursICalendar.TropGros(5 * 1024 * 1024), (await LectureICalendar.LireAsync(new FluxSansFin("BEGIN:VCALENDAR\r\nX:", "a"), De, A, Paris, new(), CancellationToken.None)).Erreur);
    }

    [Fact]
    public async Task Les_bombes_sont_refusees()
    {
        var evenement = "DTSTART:19000101T000000Z|DURATION:PT1M|RRULE:FREQ=DAILY;COUNT=2000000000";
        foreach (var (texte, erreur) in new (string, Erreur)[]
        {
            (Calendrier([.. Enumerable.Repeat(evenement, 5000)]), ErreursICalendar.TropDeRepetitions),
            (Calendrier("DTSTART:19000101T000000Z|DURATION:PT1M" + string.Concat(Enumerable.Repeat("|RRULE:FREQ=YEARLY;COUNT=2000000000;BYDAY=" + string.Join(',', Enumerable.Range(1, 50).Select(i => $"{i}MO")), 5000))), ErreursICalendar.TropDeRepetitions),
            (Calendrier("DTSTART:20261101T000000Z|DURATION:PT1M|RDATE:" + string.Join(',', Enumerable.Repeat("20261203T083000Z", 60_000 / 17))), null!),
            (Calendrier([.. Enumerable.Repeat("DTSTART:20261203T083000Z", 10_001)]), ErreursICalendar.TropDEvenements),
            (Calendrier([.. Enumerable.Range(0, 200).Select(i => $"DTSTART:2026110{1 + (i % 9)}T{i % 24:00}0000Z|DURATION:PT1M|RRULE:FREQ=DAILY")]), ErreursICalendar.TropDeRepetitions),
            (Calendrier([.. Enumerable.Range(0, 200).Select(_ => "DTSTART:20261101T000000Z|RDATE:" + string.Join(',', Enumerable.Repeat("20261203", 400)))]), ErreursICalendar.TropDeRepetitions),
            (Calendrier("DTSTART:20261101T000000Z|EXDATE:" + new string('1', 70_000)), ErreursICalendar.LigneTropLongue),
            ("BEGIN:VCALENDAR\r\n" + string.Concat(Enumerable.Repeat("X:1\r\n", 200_001)), ErreursICalendar.TropDeLignes),
        })
        {
            var depart = Stopwatch.GetTimestamp();
            Assert.Equal(erreur, (await LireAsync(texte)).Erreur);
            // Far above what it takes: only what never ends fails.
            Assert.True(Stopwatch.GetElapsedTime(depart) < TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void N_importe_quels_octets_donnent_une_reponse()
    {
        var morceaux = Gen.Elements(
            "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VALARM\r\n", "END:VALARM\r\n", "DTSTART:20261203T083000Z\r\n", "DTSTART;VALUE=DATE:20261203\r\n", "DTEND:99991231T235959Z\r\n",
            "DTSTART:00010101T000000Z\r\n", "DTEND:21990101\r\n", "DURATION:P9999999W\r\n", "DURATION:PT\r\n", "DURATION:P1D\r\n", "RRULE:FREQ=DAILY\r\n", "RRULE:FREQ=MONTHLY;BYDAY=-1FR\r\n", "RRULE:;;=;\r\n", "EXDATE:,,,\r\n", "RDATE:20261203/P1D\r\n",
            "RECURRENCE-ID:20261203T083000Z\r\n", "UID:a\r\n", "SEQUENCE:99999999999\r\n", "TZID", ";", ":", "\"", "\r\n ", "\r", "\n", "\0", "é", "\ufeff", "DTSTART;TZID=../../etc/passwd:20261203T083000\r\n", "DTSTART;TZID=Pacific/Apia:20111230T120000\r\n", "X-WR-TIMEZONE:Asia/Kathmandu\r\n");
        var textes = morceaux.ArrayOf().Select(m => Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\n" + string.Concat(m) + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
        var octets = Gen.OneOf(textes, morceaux.ArrayOf().Select(m => Encoding.UTF8.GetBytes(string.Concat(m))), Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf());
        Prop.ForAll(octets.ToArbitrary(), o =>
        {
            var lu = LectureICalendar.LireAsync(new MemoryStream(o), De, A, Reunion, new(), CancellationToken.None).GetAwaiter().GetResult();
            return lu.Reussi
                ? lu.Valeur.Occupees.All(p => p.Debut < p.Fin && p.Debut >= De && p.Fin <= A) && lu.Valeur.Occupees.Zip(lu.Valeur.Occupees.Skip(1)).All(p => p.First.Fin < p.Second.Debut)
                : lu.Erreur is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Un_nom_de_fuseau_n_ouvre_aucun_fichier()
    {
        var noms = new NomsDeFuseaux();
        Assert.All(["../../../etc/passwd", "/etc/localtime", "Europe/../Paris", "", ".", "a\0b", new string('a', 100)], nom => Assert.Null(noms.Trouver(nom)));
        Assert.Equal("Europe/Paris", noms.Trouver("Europe/Paris")!.Id);
    }

    private static string Calendrier(params string[] evenements) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + string.Concat(evenements.Select(e => $"BEGIN:VEVENT\r\n{e.Replace("|", "\r\n", StringComparison.Ordinal)}\r\nEND:VEVENT\r\n")) + "END:VCALENDAR\r\n";

    private static Task<Resultat<CalendrierLu>> LireAsync(string texte) => LectureICalendar.LireAsync(new MemoryStream(Encoding.UTF8.GetBytes(texte)), De, A, Paris, new(), CancellationToken.None);

    private static string Dire(Resultat<CalendrierLu> lu) => string.Join(", ", lu.Valeur.Occupees.Select(p => $"{p.Debut:yyyy-MM-dd HH:mm} – {p.Fin:HH:mm}"));

    /// <summary>Goes on for ever, and counts what it gave.</summary>
    private sealed class FluxSansFin(string debut, string suite) : Stream
    {
        private readonly byte[] _suite = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(suite, 1024)));
        private byte[] _debut = Encoding.UTF8.GetBytes(debut);

        public long Donnes { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Donnes; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var source = _debut.Length > 0 ? _debut : _suite;
            var lus = Math.Min(count, source.Length);
            source.AsSpan(0, lus).CopyTo(buffer.AsSpan(offset));
            _debut = [];
            Donnes += lus;
            return lus;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
