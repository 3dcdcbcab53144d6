using System.Text;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.ICalendar;

/// <summary>The calendars that programs subscribe to: against files that were read line by line, then by our own reader.</summary>
public class EcritureICalendarTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly TimeZoneInfo Reunion = TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion");
    private static readonly DateTimeOffset Modifie = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Un_agenda_s_ecrit_comme_dans_le_fichier_de_reference() => Comparer("agenda.ics", EcritureICalendar.Ecrire("Agenda d’essai ; à Saint-Étienne, et ailleurs",
    [
        Evenement("01a21000-0000-7000-8000-000000000001", 2026, 12, 3, 8, 30, Paris) with { Lieu = "Médiathèque Exemple, 1 rue d’Essai, 42000 Saint-Étienne", Url = "https://inclusion.example/agenda/rendez-vous/1?a=é" },
        Evenement("01a21000-0000-7000-8000-000000000002", 2026, 12, 4, 8, 30, Paris) with { Etat = EtatICalendar.Annule, Sequence = 2, Resume = "Atelier : « ranger ses photos ; trier, garder » avec une barre \\ et un titre bien trop long pour une seule ligne" },
        Evenement("01a21000-0000-7000-8000-000000000003", 2027, 4, 5, 6, 0, Paris) with { Etat = EtatICalendar.Provisoire, Description = "Première ligne\r\nSeconde ligne\navec \u0007 un signe de commande" },
        // The second half past two of the night when clocks go back.
        Evenement("01a21000-0000-7000-8000-000000000004", 2026, 10, 25, 1, 30, Paris),
        Evenement("01a21000-0000-7000-8000-000000000005", 2026, 12, 5, 5, 0, Reunion) with { Resume = "À La Réunion" },
    ]));

    [Fact]
    public void Un_agenda_vide_s_ecrit_comme_dans_le_fichier_de_reference() => Comparer("vide.ics", EcritureICalendar.Ecrire("Rien", []));

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/Guadeloupe")]
    [InlineData("America/Martinique")]
    [InlineData("America/Cayenne")]
    [InlineData("America/Miquelon")]
    [InlineData("Indian/Reunion")]
    [InlineData("Indian/Mayotte")]
    [InlineData("Pacific/Noumea")]
    [InlineData("Pacific/Tahiti")]
    [InlineData("Pacific/Wallis")]
    public void Une_heure_outre_mer_se_relit_au_meme_instant_sans_connaitre_le_nom_du_fuseau(string nom)
    {
        var fuseau = TimeZoneInfo.FindSystemTimeZoneById(nom);
        var lignes = Encoding.UTF8.GetString(EcritureICalendar.Ecrire("x", [Evenement("a", 2026, 12, 3, 8, 30, fuseau), Evenement("b", 2027, 7, 3, 8, 30, fuseau)])).Split("\r\n");
        Assert.Contains($"TZID:{nom}", lignes);
        foreach (var (debut, attendu) in lignes.Where(l => l.StartsWith("DTSTART;TZID", StringComparison.Ordinal)).Zip([new DateTime(2026, 12, 3, 8, 30, 0), new DateTime(2027, 7, 3, 8, 30, 0)]))
        {
            var local = DateTime.ParseExact(debut[(debut.IndexOf(':', StringComparison.Ordinal) + 1)..], "yyyyMMdd'T'HHmmss", null);
            Assert.Equal(attendu, local - Decalage(lignes, local));
        }
    }

    [Fact]
    public void Une_ligne_ne_depasse_jamais_75_octets_et_ne_coupe_pas_un_signe()
    {
        var textes = Gen.Elements("a", "é", "€", "😀", ";", ",", "\\", "\n", "\r\n", " ", "\t", ":", "\"", "مرحبا").ArrayOf().Select(string.Concat);
        Prop.ForAll(textes.ToArbitrary(), texte =>
        {
            var octets = EcritureICalendar.Ecrire(texte, [Evenement("u", 2026, 12, 3, 8, 30, TimeZoneInfo.Utc) with { Description = texte }]);
            var lignes = Encoding.Latin1.GetString(octets).Split("\r\n");
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            // Each line alone is sound UTF-8, and unfolding gives the text back.
            var depliee = strict.GetString(octets).Replace("\r\n ", "", StringComparison.Ordinal);
            return lignes.All(l => l.Length <= 75 && strict.GetString(Encoding.Latin1.GetBytes(l)).Length >= 0)
                && !depliee.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal)
                && depliee.Contains($"X-WR-CALNAME:{texte.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\r\n", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Ce_que_nous_ecrivons_se_relit_aux_memes_instants()
    {
        var instants = Gen.Choose(0, 365 * 24 * 4).Select(q => new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * q));
        foreach (var debut in instants.Sample(200))
        {
            foreach (var fuseau in (TimeZoneInfo[])[Paris, Reunion, TimeZoneInfo.Utc])
            {
                var octets = EcritureICalendar.Ecrire("x", [new("u", debut, debut.AddMinutes(45), fuseau, "Rendez-vous", Modifie)]);
                var lu = await LectureICalendar.LireAsync(new MemoryStream(octets), debut.AddDays(-1), debut.AddDays(1), Paris, new(), CancellationToken.None);
                Assert.Equal([new PlageICalendar(debut, debut.AddMinutes(45))], lu.Valeur.Occupees);
            }
        }
    }

    [Fact]
    public void Le_meme_agenda_donne_les_memes_octets() =>
        Assert.Equal(EcritureICalendar.Ecrire("x", [Evenement("u", 2026, 12, 3, 8, 30, Paris)]), EcritureICalendar.Ecrire("x", [Evenement("u", 2026, 12, 3, 8, 30, Paris)]));

    private static EvenementICalendar Evenement(string uid, int annee, int mois, int jour, int heure, int minute, TimeZoneInfo fuseau)
    {
        var debut = new DateTimeOffset(annee, mois, jour, heure, minute, 0, TimeSpan.Zero);
        return new(uid, debut, debut.AddMinutes(30), fuseau, "Rendez-vous", Modifie);
    }

    // What a program without our names of zones does: the last change before that hour.
    private static TimeSpan Decalage(string[] lignes, DateTime local)
    {
        var (trouve, meilleur) = (TimeSpan.Zero, DateTime.MinValue);
        for (var i = 0; i < lignes.Length; i++)
        {
            if (lignes[i] is "BEGIN:STANDARD" or "BEGIN:DAYLIGHT")
            {
                var debut = DateTime.ParseExact(lignes[i + 1]["DTSTART:".Length..], "yyyyMMdd'T'HHmmss", null);
                var texte = lignes[i + 3]["TZOFFSETTO:".Length..];
                if (debut <= local && debut > meilleur)
                {
                    (meilleur, trouve) = (debut, TimeSpan.ParseExact(texte[1..], "hhmm", null) * (texte[0] == '-' ? -1 : 1));
                }
            }
        }

        Assert.NotEqual(DateTime.MinValue, meilleur);
        return trouve;
    }

    private static void Comparer(string nom, byte[] octets)
    {
        var chemin = Depot.Chemin("tests", "Unit", "Kernel", "ICalendar", "Reference", nom);
        if (Depot.Ecrire)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
            File.WriteAllBytes(chemin, octets);
        }

        Assert.Equal(File.ReadAllText(chemin), Encoding.UTF8.GetString(octets));
    }
}
