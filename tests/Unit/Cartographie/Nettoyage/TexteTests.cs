using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Texts: encodings, HTML, invisible characters, people's data, the résumé.</summary>
public class TexteTests
{
    [Theory]
    [InlineData("Ã‰cole de lâ€™Ã©tÃ©", "École de l’été")]
    [InlineData("MÃ©diathÃ¨que", "Médiathèque")]
    [InlineData("Ã la gare", "à la gare")]
    [InlineData("MÃƒÂ©diathÃƒÂ¨que", "Médiathèque")]
    [InlineData("M├®diath├¿que", "Médiathèque")]
    [InlineData("Ch┬teau", "ChÂteau")]
    [InlineData("Les restos du c\u009Cur", "Les restos du cœur")]
    [InlineData("NÂ° 11", "N° 11")]
    [InlineData("Château de l'âne «CAFÉ»", "Château de l'âne «CAFÉ»")]
    [InlineData("Noël à Nîmes, œuvre naïve", "Noël à Nîmes, œuvre naïve")]
    public void Un_mauvais_encodage_est_repare(string texte, string attendu) => Assert.Equal(attendu, Texte.Ligne(texte, "nom").Valeur);

    [Theory]
    [InlineData("<p>Bonjour</p><p>à <b>tous</b></p>", "Bonjour\n\nà tous")]
    [InlineData("Un<br>deux<br/>trois", "Un\ndeux\ntrois")]
    [InlineData("<ul><li>un</li><li>deux</li></ul>", "- un\n- deux")]
    [InlineData("Pain &amp; vin &eacute;", "Pain & vin é")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;Bonjour", "Bonjour")]
    [InlineData("<script>alert(1)</script>Bonjour", "Bonjour")]
    [InlineData("<img src=x onerror=alert(1)>Bonjour", "Bonjour")]
    [InlineData("<<b>b>Bonjour", "Bonjour")]
    [InlineData("<\u200Bb>Bonjour", "Bonjour")]
    [InlineData("3 < 5 et 5 > 3", "3 < 5 et 5 > 3")]
    [InlineData("zéro\u200Blargeur\u00A0insécable\r\nligne\u0007", "zérolargeur insécable\nligne")]
    [InlineData("null", null)]
    [InlineData(" - ", null)]
    [InlineData("Néant", null)]
    public void Un_texte_devient_du_texte(string texte, string? attendu) => Assert.Equal(attendu, Texte.Paragraphes(texte, "presentation_detail").Valeur);

    [Fact]
    public void Un_resume_trop_long_passe_dans_le_detail_et_ses_premieres_phrases_le_remplacent()
    {
        var long_ = "Le lieu accueille tout le monde du lundi au vendredi, sans rendez-vous. " + new string('x', 300) + ".";
        var releve = new Releve();
        var (resume, detail) = Texte.Presentations(long_, "Suite.", releve);
        Assert.Equal("Le lieu accueille tout le monde du lundi au vendredi, sans rendez-vous.", resume);
        Assert.Equal($"{long_}\n\nSuite.", detail);
        Assert.Equal((resume, detail), Texte.Presentations(resume, detail, new Releve()));
    }

    [Fact]
    public void Un_resume_sans_phrase_courte_est_laisse_vide() => Assert.Equal((null, new string('x', 300)), Texte.Presentations(new string('x', 300), null, new Releve()));

    [Theory]
    [InlineData("Écrivez à sophie.durand@exemple.org.", "Écrivez à [adresse électronique retirée].")]
    [InlineData("Appelez le 06 39 98 12 34 !", "Appelez le [numéro retiré] !")]
    [InlineData("Sophie : +33 (0)6 39 98 12 34", "Sophie : [numéro retiré]")]
    [InlineData("Contact : 0690 12 34 56", "Contact : [numéro retiré]")]
    [InlineData("Écrivez à contact@exemple.org ou au 04 77 12 34 56", "Écrivez à contact@exemple.org ou au 04 77 12 34 56")]
    public void Les_coordonnees_d_une_personne_sont_masquees(string texte, string attendu)
    {
        var releve = new Releve();
        Assert.Equal(attendu, Texte.Presentations(null, texte, releve).Detail);
        Assert.Equal(texte != attendu, releve.Retenues.Count > 0);
        Assert.DoesNotContain(releve.Corrections, c => (c.Avant + c.Apres).Contains("durand", StringComparison.Ordinal));
    }
}
