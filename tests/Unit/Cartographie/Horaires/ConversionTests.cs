using System.Text.Json;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Conversion;
using FaireAvec.Cartographie.Horaires.Lignes;
using FaireAvec.Cartographie.Lecture.Lignes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Free French texts become OSM hours, or are refused; nothing is guessed.</summary>
public class ConversionTests
{
    private static readonly string[] Morceaux =
    [
        "lundi", "mardi", "ven.", "du", "au", "tous les jours", "9h", "12h30", "9", "14:00", "-", "à", "/", "et", ",", ";", "|", "\n", " ", "sauf", "fermé", "matin", "après-midi", "sur rdv",
        "jours fériés", "1er", "du mois", "août", "semaines paires", "24h/24", "(", ")", "?", "\ud800", "\uFFFD", "\uFFFE", "\uFFFF", "\U0001FFFE", "99999999999", "<br />", "h", ":", ".", "de", "week-end", "minuit",
    ];

    public static TheoryData<string, string?> Reels()
    {
        var donnees = new TheoryData<string, string?>();
        foreach (var ligne in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cartographie/Horaires/conversions.jsonl")))
        {
            using var json = JsonDocument.Parse(ligne);
            donnees.Add(json.RootElement.GetProperty("texte").GetString()!, json.RootElement.GetProperty("osm").GetString());
        }

        return donnees;
    }

    [Theory]
    [MemberData(nameof(Reels))]
    public void Les_textes_reels_verifies_a_la_main(string texte, string? osm) => Verifier(texte, osm);

    [Theory]
    [InlineData("du lundi au vendredi de 9h à 12h et de 14h à 17h", "Mo-Fr 09:00-12:00,14:00-17:00")]
    [InlineData("8h30 à 12h - 13h30 à 17h", "08:30-12:00,13:30-17:00")]
    [InlineData("lundi, mardi et jeudi de 16h30 à 18h", "Mo,Tu,Th 16:30-18:00")]
    [InlineData("tous les jours de 9h à 12h", "Mo-Su 09:00-12:00")]
    [InlineData("tous les jours sauf le mercredi, 9h-12h", "Mo,Tu,Th-Su 09:00-12:00")]
    [InlineData("9h-12h/14h-17h", "09:00-12:00,14:00-17:00")]
    [InlineData("9h30 12h", "09:30-12:00")]
    [InlineData("fermé le lundi", "Mo off")]
    [InlineData("du mardi au samedi 10h-18h, fermé le lundi et les jours fériés", "Tu-Sa 10:00-18:00; PH off")]
    [InlineData("du lundi au vendredi 9h-17h sauf jours fériés", "Mo-Fr 09:00-17:00; PH off")]
    [InlineData("du lundi au vendredi 9h-17h, fermé le mercredi", "Mo-Fr 09:00-17:00; We off")]
    [InlineData("sur rdv", "\"sur rendez-vous\"")]
    [InlineData("Sur RDV : 02 99 00 12 34", "\"sur rendez-vous\"")]
    [InlineData("mardi sur rendez-vous", "Tu \"sur rendez-vous\"")]
    [InlineData("lundi et mardi de 9h à 12h sur rendez-vous, mercredi de 14h à 17h", "Mo,Tu 09:00-12:00 \"sur rendez-vous\"; We 14:00-17:00")]
    [InlineData("Lundi matin : 9h-12h ; mardi après-midi : 14h-17h", "Mo 09:00-12:00; Tu 14:00-17:00")]
    [InlineData("lun. mar. jeu. 9h-12h\nmer. 14h-17h", "Mo,Tu,Th 09:00-12:00; We 14:00-17:00")]
    [InlineData("mar-mer-jeu 9h-12h", "Tu-Th 09:00-12:00")]
    [InlineData("mo-fr 9:00-12:00;sa off", "Mo-Fr 09:00-12:00; Sa off")]
    [InlineData("Mo-Fr 9h30-12h", "Mo-Fr 09:30-12:00")]
    [InlineData("le mercredi des semaines paires de 14h à 17h", "week 2-52/2 We 14:00-17:00")]
    [InlineData("semaines paires : lundi 9h-12h ; semaines impaires : mardi 14h-17h", "week 2-52/2 Mo 09:00-12:00; week 1-53/2 Tu 14:00-17:00")]
    [InlineData("de septembre à juin, le mercredi de 14h à 17h", "Sep-Jun We 14:00-17:00")]
    [InlineData("lundi 9h-12h de septembre à juin", "Sep-Jun Mo 09:00-12:00")]
    [InlineData("lundi 9h-12h, fermé du 1er au 15 août", "Mo 09:00-12:00; Aug 1-15 off")]
    [InlineData("1er samedi du mois de 9h à 12h", "Sa[1] 09:00-12:00")]
    [InlineData("1er et 3e samedi du mois de 9h à 12h", "Sa[1,3] 09:00-12:00")]
    [InlineData("dernier vendredi du mois 9h-12h", "Fr[-1] 09:00-12:00")]
    [InlineData("dimanche et jours fériés de 10h à 12h", "Su,PH 10:00-12:00")]
    [InlineData("mecredi et vendedi 9h-12h", "We,Fr 09:00-12:00")]
    [InlineData("24h/24 7j/7", "Mo-Su 00:00-24:00")]
    [InlineData("à partir de 14h le mercredi", "We 14:00+")]
    [InlineData("samedi de 22h à 2h", "Sa 22:00-02:00")]
    [InlineData("Du lundi au vendredi : 9h-12h et 14h-17h sauf le mercredi après-midi", "Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00")]
    [InlineData("Jeudi 9h-12h - Vendredi 9h-12h", "Th,Fr 09:00-12:00")]
    [InlineData("lundi 9h-12h, lundi 14h-17h", "Mo 09:00-12:00, Mo 14:00-17:00")]
    [InlineData("", null)]
    [InlineData("9h30", null)]
    [InlineData("lundi 12h-9h", null)]
    [InlineData("lundi 22h-6h", "Mo 22:00-06:00")]
    [InlineData("Lundi", null)]
    [InlineData("mercredi matin", null)]
    [InlineData("14 18 h", null)]
    [InlineData("9h et 12h", null)]
    [InlineData("9h-12h-14h", null)]
    [InlineData("une semaine sur deux le lundi 9h-12h", null)]
    [InlineData("lundi 9h-12h pendant les vacances scolaires", null)]
    [InlineData("lundi-mardi-jeudi 9h-12h", null)]
    [InlineData("lundi au vendredi 9h-12h ; mardi 14h-17h", null)]
    [InlineData("lundi au vendredi 12h-19h, matin sur rendez-vous", null)]
    [InlineData("lundi 9h-12h et sur rendez-vous", null)]
    [InlineData("8h30-12h30 sans rendez-vous, 13h-16h avec rendez-vous", null)]
    [InlineData("lundi au vendredi 9h-17h sauf le mercredi après-midi", null)]
    [InlineData("lundi 9h-12h, mardi 14h-17h de septembre à juin", null)]
    [InlineData("9h-12h lundi, 14h-17h", null)]
    [InlineData("lundi 25h-26h", null)]
    [InlineData("lundi 9h75-12h", null)]
    [InlineData("Voir le site internet", null)]
    public void Une_tournure_se_convertit_ou_se_refuse(string texte, string? osm) => Verifier(texte, osm);

    [Fact]
    public void Une_colonne_par_jour()
    {
        Assert.Equal(
            """{"id":1,"osm":"Mo,Tu 09:00-12:00,13:30-17:00; Sa 09:00-12:00","confiance":0.98}""",
            LignesJson.Repondre("""{"id":1,"jours":{"lundi":"09:00 - 12:00 / 13:30 - 17:00","mardi":"09:00 - 12:00\n13:30 - 17:00","mercredi":"Fermé","jeudi":"","vendredi":null,"samedi":"9h-12h"}}""", ConversionDeLigne.Repondre));
        Assert.Equal(
            """{"id":"b","osm":"Mo 09:00-12:00; Tu \"sur rendez-vous\"","confiance":0.98}""",
            LignesJson.Repondre("""{"id":"b","texte":"{\"lundi\":\"9h-12h\",\"mardi\":\"sur rdv\"}"}""", ConversionDeLigne.Repondre));
        Assert.Equal("""{"id":1,"erreur":"Horaires non communiqués."}""", LignesJson.Repondre("""{"id":1,"jours":{"lundi":""}}""", ConversionDeLigne.Repondre));
        Assert.Contains("erreur", LignesJson.Repondre("""{"id":1,"jours":{"lundy":"9h-12h"}}""", ConversionDeLigne.Repondre), StringComparison.Ordinal);
        Assert.Contains("erreur", LignesJson.Repondre("""{"id":1,"jours":{"lundi":"mardi 9h-12h"}}""", ConversionDeLigne.Repondre), StringComparison.Ordinal);
        Assert.Contains("erreur", LignesJson.Repondre("""{"id":1,"jours":[3]}""", ConversionDeLigne.Repondre), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_texte_quelconque_donne_un_resultat_relisible() => Prop.ForAll<string?>(EstRelisible).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Un_assemblage_de_mots_donne_un_resultat_relisible() =>
        Prop.ForAll(Gen.Elements(Morceaux).ListOf().Select(m => string.Join(' ', m)).ToArbitrary(), EstRelisible).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Des_horaires_osm_gardent_leur_sens() => Prop.ForAll(Gen.Elements(HorairesReels.Lire().Where(h => h.Minutes != "refus").Select(h => h.Texte).ToArray()).ToArbitrary(), texte =>
    {
        var converti = Convertisseur.Convertir(texte);
        return !converti.Reussi || !HorairesOsm.Analyser(texte).Reussi || Lecture.Semaine(converti.Valeur.Osm) == Lecture.Semaine(texte);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static bool EstRelisible(string? texte)
    {
        var converti = Convertisseur.Convertir(texte);
        return converti.Reussi
            ? HorairesOsm.Analyser(converti.Valeur.Osm) is { Reussi: true } lu && lu.Valeur.Canonique == converti.Valeur.Osm && converti.Valeur.Confiance is >= Convertisseur.Seuil and <= 1
            : converti.Erreurs.Count > 0 && converti.Erreurs.All(e => !string.IsNullOrWhiteSpace(e.Message));
    }

    private static void Verifier(string texte, string? osm)
    {
        var converti = Convertisseur.Convertir(texte);
        Assert.Equal(osm, converti.Reussi ? converti.Valeur.Osm : null);
    }
}
