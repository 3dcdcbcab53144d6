using System.Globalization;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>A place as people read it, and its line in the file of open data.</summary>
public class ConnaissanceDuLieuTests
{
    [Theory]
    [InlineData("+33477000000", "04 77 00 00 00", "tel:+33477000000")]
    [InlineData("+33 4 77 00 00 00", "04 77 00 00 00", "tel:+33477000000")]
    [InlineData("+590590000000", "0590 00 00 00", "tel:+590590000000")]
    [InlineData("+590690000000", "0690 00 00 00", "tel:+590690000000")]
    [InlineData("+594594000000", "0594 00 00 00", "tel:+594594000000")]
    [InlineData("+594694000000", "0694 00 00 00", "tel:+594694000000")]
    [InlineData("+596596000000", "0596 00 00 00", "tel:+596596000000")]
    [InlineData("+596696000000", "0696 00 00 00", "tel:+596696000000")]
    [InlineData("+262262000000", "0262 00 00 00", "tel:+262262000000")]
    [InlineData("+262692000000", "0692 00 00 00", "tel:+262692000000")]
    [InlineData("+262 269 00 00 00", "0269 00 00 00", "tel:+262269000000")]
    [InlineData("+262639000000", "0639 00 00 00", "tel:+262639000000")]
    // The code that Mayotte left to the Comoros in 2007, still in files; the Comoros have seven digits after it.
    [InlineData("+269269000000", "0269 00 00 00", "tel:+262269000000")]
    [InlineData("+269639000000", "0639 00 00 00", "tel:+262639000000")]
    [InlineData("+269600000", "0269 60 00 00", "tel:+262269600000")]
    [InlineData("+2697730000", "+269 773 00 00", "tel:+2697730000")]
    [InlineData("+508410000", "+508 41 00 00", "tel:+508410000")]
    [InlineData("+681720000", "+681 72 00 00", "tel:+681720000")]
    [InlineData("+687285282", "+687 28 52 82", "tel:+687285282")]
    [InlineData("+68940000000", "+689 40 00 00 00", "tel:+68940000000")]
    [InlineData("+33800000000", "0 800 000 000", "tel:+33800000000")]
    [InlineData("0477000000", "04 77 00 00 00", "tel:+33477000000")]
    [InlineData("04.77.00.00.00", "04 77 00 00 00", "tel:+33477000000")]
    [InlineData("3949", "39 49", "tel:3949")]
    [InlineData("+3312", "+3312", "tel:+3312")]
    [InlineData("non communiqué", "non communiqué", null)]
    public void Un_numero_se_lit_et_se_compose(string telephone, string lisible, string? lien)
    {
        var connu = Connaitre(new LieuDeTest().AvecTelephone(telephone));
        Assert.Equal((lisible, lien), (connu.TelephoneLisible?.Replace('\u00a0', ' '), connu.LienTelephone));
    }

    [Fact]
    public void Sans_numero_rien_n_est_montre() => Assert.Equal((null, null), (Connaitre(new LieuDeTest()).TelephoneLisible, Connaitre(new LieuDeTest()).LienTelephone));

    [Theory]
    [InlineData(0.4, "10 m")]
    [InlineData(444, "440 m")]
    [InlineData(994.9, "990 m")]
    [InlineData(996, "1,0 km")]
    [InlineData(1234, "1,2 km")]
    [InlineData(9949, "9,9 km")]
    [InlineData(9960, "10 km")]
    [InlineData(12_345, "12 km")]
    public void Une_distance_se_lit(double metres, string attendu)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr");
        Assert.Equal(attendu, Connaitre(new LieuDeTest(), metres).DistanceEnMots?.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("Non communiquée", "42000 Saint-Étienne")]
    [InlineData("non communiqué", "42000 Saint-Étienne")]
    [InlineData("1 rue des Tilleuls", "1 rue des Tilleuls, 42000 Saint-Étienne")]
    public void Une_adresse_inconnue_n_est_pas_montree(string adresse, string attendu) => Assert.Equal(attendu, Connaitre(new LieuDeTest().AvecAdresse(adresse)).AdresseEnLigne);

    [Fact]
    public void Chaque_lieu_livre_se_lit_dans_les_deux_langues()
    {
        foreach (var langue in (string[])["fr", "en"])
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(langue);
            for (var i = 0; i < LieuxLivres.Index.Nombre; i++)
            {
                var connu = new ConnaissanceDuLieu(LieuxLivres.Index, i, HorlogeFactice.Depart);
                Assert.False(string.IsNullOrWhiteSpace(connu.OuvertureEnMots) || string.IsNullOrWhiteSpace(connu.AdresseEnLigne), connu.Lieu.Id);
                // « +262… », « +2692… »: a long run of digits is what nobody can read to somebody else.
                Assert.False(connu.TelephoneLisible?.StartsWith('+') == true && !connu.TelephoneLisible.Contains('\u00a0', StringComparison.Ordinal), $"{connu.Lieu.Id}: {connu.TelephoneLisible}");
                Assert.True(connu.LienTelephone is null || connu.LienTelephone.Length is >= 8 and <= 20, $"{connu.Lieu.Id}: {connu.LienTelephone}");
            }
        }

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
    }

    [Theory]
    [InlineData(null, "\"\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a,b\nc", "\"a,b\nc\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\"")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "\"'-2+3+cmd|' /C calc'!A0\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("\uFF1D1+1", "\"'\uFF1D1+1\"")]
    [InlineData("+33477000000", "\"+33477000000\"")]
    [InlineData("-4.5", "\"-4.5\"")]
    [InlineData("Mairie", "\"Mairie\"")]
    public void Aucune_valeur_n_est_une_formule_pour_un_tableur(string? texte, string attendu) => Assert.Equal(attendu, EcritureCsv.Champ(texte));

    private static ConnaissanceDuLieu Connaitre(LieuDeTest lieu, double? metres = null) =>
        new(new IndexLieux([lieu.Construire(new HorlogeFactice())], _ => "42", "v"), 0, HorlogeFactice.Depart, metres);
}
