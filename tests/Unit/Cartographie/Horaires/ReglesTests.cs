namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>What the hours mean, on the week of 5 May 2025 or on the days named.</summary>
public class ReglesTests
{
    [Theory]
    [InlineData("Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("Mo,We 09:00-12:00,14:00-17:00", "Mo 09:00-12:00, Mo 14:00-17:00, We 09:00-12:00, We 14:00-17:00")]
    [InlineData("Sa-Mo 10:00-11:00", "Mo 10:00-11:00, Sa 10:00-11:00, Su 10:00-11:00")]
    [InlineData("Mo-Mo 10:00-11:00", "Mo 10:00-11:00")]
    [InlineData("10:00-11:00; We off", "Mo 10:00-11:00, Tu 10:00-11:00, Th 10:00-11:00, Fr 10:00-11:00, Sa 10:00-11:00, Su 10:00-11:00")]
    [InlineData("24/7", "Mo 00:00-168:00")]
    [InlineData("open", "Mo 00:00-168:00")]
    [InlineData("off", "")]
    [InlineData("Mo 00:00-24:00", "Mo 00:00-24:00")]
    [InlineData("24/7; Mo-Sa off", "Su 00:00-24:00")]
    public void Jours_et_heures(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Theory]
    [InlineData("Mo-We 09:00-12:00; Tu 14:00-17:00", "Mo 09:00-12:00, Tu 14:00-17:00, We 09:00-12:00")]
    [InlineData("Mo-We 09:00-12:00, Tu 14:00-17:00", "Mo 09:00-12:00, Tu 09:00-12:00, Tu 14:00-17:00, We 09:00-12:00")]
    [InlineData("Mo-Tu 09:00-18:00; Tu 12:00-13:00 off", "Mo 09:00-18:00, Tu 09:00-12:00, Tu 13:00-18:00")]
    [InlineData("Mo-Tu 09:00-12:00; Tu off", "Mo 09:00-12:00")]
    [InlineData("Mo 09:00-12:00;Tu 10:00-11:00;", "Mo 09:00-12:00, Tu 10:00-11:00")]
    [InlineData("Mo 09:00-10:00,10:00-12:00", "Mo 09:00-12:00")]
    [InlineData("Mo 09:00-11:00,10:00-12:00", "Mo 09:00-12:00")]
    [InlineData("Mo 09:00-11:00; Mo 14:00-15:00", "Mo 14:00-15:00")]
    public void Plusieurs_regles(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Theory]
    [InlineData("Mo 22:00-02:00", "Mo 22:00-26:00")]
    [InlineData("Mo 22:00-26:00", "Mo 22:00-26:00")]
    [InlineData("Mo 22:00-48:00", "Mo 22:00-48:00")]
    [InlineData("Su 22:00-02:00", "Mo 00:00-02:00, Su 22:00-24:00")]
    [InlineData("Mo 09:00-09:00", "Mo 09:00-33:00")]
    [InlineData("Mo 10:00-00:00", "Mo 10:00-24:00")]
    [InlineData("Mo 22:00-02:00; Tu off", "Mo 22:00-24:00")]
    [InlineData("Mo 22:00-02:00; Tu 00:00-00:30 off", "Mo 22:00-24:00, Tu 00:30-02:00")]
    public void Apres_minuit(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Theory]
    [InlineData("Mo 09:00-12:00 \"sur rendez-vous\"", "Mo 09:00-12:00? \"sur rendez-vous\"")]
    [InlineData("Mo 09:00-12:00 open \"accès libre\"", "Mo 09:00-12:00 \"accès libre\"")]
    [InlineData("Mo 09:00-12:00 unknown", "Mo 09:00-12:00?")]
    [InlineData("Mo 09:00-12:00 off \"congés\"", "")]
    [InlineData("Mo \"sur rendez-vous\"", "Mo 00:00-24:00? \"sur rendez-vous\"")]
    [InlineData("\"sur rendez-vous\"", "Mo 00:00-168:00? \"sur rendez-vous\"")]
    [InlineData("Mo 09:00-18:00; Tu-Su off || \"sur rendez-vous\"", "Mo 00:00-09:00? \"sur rendez-vous\", Mo 09:00-18:00, Mo 18:00-168:00? \"sur rendez-vous\"")]
    [InlineData("Mo 09:00-18:00, Mo 12:00-14:00 \"sur rdv\"", "Mo 09:00-12:00, Mo 12:00-14:00? \"sur rdv\", Mo 14:00-18:00")]
    [InlineData("Mo-Su unknown || open \"z\"", "Mo 00:00-168:00?")]
    public void Commentaires_et_inconnu(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Theory]
    [InlineData("Mo 18:00+", "Mo 18:00-28:00? \"heure de fermeture non précisée\"")]
    [InlineData("Mo 10:00+", "Mo 10:00-24:00? \"heure de fermeture non précisée\"")]
    [InlineData("Mo 22:00+ \"x\"", "Mo 22:00-30:00? \"x\"")]
    [InlineData("Mo 10:00-12:00,17:00+", "Mo 10:00-12:00, Mo 17:00-27:00? \"heure de fermeture non précisée\"")]
    public void Fin_ouverte(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Theory]
    [InlineData("We-Fr 09:00-12:00", "We 09:00-12:00, Th 09:00-12:00, Fr 09:00-12:00")]
    [InlineData("We-Fr 09:00-12:00; PH off", "We 09:00-12:00, Fr 09:00-12:00")]
    [InlineData("We-Fr 09:00-12:00; PH 10:00-11:00", "We 09:00-12:00, Th 10:00-11:00, Fr 09:00-12:00")]
    [InlineData("PH off; We-Fr 09:00-12:00", "We 09:00-12:00, Th 09:00-12:00, Fr 09:00-12:00")]
    [InlineData("We,PH 09:00-12:00", "We 09:00-12:00, Th 09:00-12:00")]
    [InlineData("PH Th 09:00-12:00", "Th 09:00-12:00")]
    [InlineData("PH Mo 09:00-12:00", "")]
    [InlineData("PH -1 day 09:00-12:00", "We 09:00-12:00")]
    [InlineData("PH +1 day 09:00-12:00", "Fr 09:00-12:00")]
    public void Jours_feries(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Theory]
    [InlineData("Mo[1] 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("Mo[2] 09:00-12:00", "")]
    [InlineData("Mo[-4] 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("Sa[1,3],Tu 09:00-12:00", "Tu 09:00-12:00")]
    [InlineData("Sa[2-3] 09:00-12:00", "Sa 09:00-12:00")]
    [InlineData("Mo[1] +2 days 09:00-12:00", "We 09:00-12:00")]
    [InlineData("May Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("Jun-Apr Mo 09:00-12:00", "")]
    [InlineData("Nov-May Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("May 6 09:00-12:00", "Tu 09:00-12:00")]
    [InlineData("May 6,8-9 09:00-12:00", "Tu 09:00-12:00, Th 09:00-12:00, Fr 09:00-12:00")]
    [InlineData("May 1-31/4 09:00-12:00", "Mo 09:00-12:00, Fr 09:00-12:00")]
    [InlineData("Dec 20-May 6 09:00-12:00", "Mo 09:00-12:00, Tu 09:00-12:00")]
    [InlineData("May 6: 09:00-12:00", "Tu 09:00-12:00")]
    [InlineData("May 1-6: Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("May: Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("2025 May 6 09:00-12:00", "Tu 09:00-12:00")]
    [InlineData("2026 May 6 09:00-12:00", "")]
    [InlineData("2024 Dec 20-2025 May 6 09:00-12:00", "Mo 09:00-12:00, Tu 09:00-12:00")]
    [InlineData("2024-2026 Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("2024-2030/2 Mo 09:00-12:00", "")]
    [InlineData("2020+ Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("week 19 Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("week 1-53/2 Mo 09:00-12:00", "Mo 09:00-12:00")]
    [InlineData("week 2-52/2 Mo 09:00-12:00", "")]
    [InlineData("Mo-Tu 09:00-12:00; May 6 off \"congés\"", "Mo 09:00-12:00")]
    public void Dates_semaines_et_rangs(string texte, string attendu) => Assert.Equal(attendu, Lecture.Semaine(texte));

    [Fact]
    public void Les_semaines_53_et_1_sont_toutes_deux_impaires() =>
        Assert.Equal("Mo 09:00-10:00, Mo 09:00-10:00", Lecture.Jours("week 1-53/2 Mo 09:00-10:00", new DateOnly(2026, 12, 28), 14));

    [Theory]
    [InlineData("mo-fr 9-12")]
    [InlineData("MO-FR 9:00-12:00")]
    [InlineData("Mo–Fr 09:00–12:00")]
    [InlineData("Mo→Fr 9.00→12.00")]
    [InlineData("Mo\u00a0-\u00a0Fr\u00a0:\u00a009:00\u202f-\u202f12:00")]
    [InlineData("lundi-vendredi 9h-12h")]
    [InlineData("lundi à vendredi 9h à 12h")]
    [InlineData("lu,ma,me,je,ve 9-12")]
    [InlineData("Montag-Freitag 9 h - 12 h")]
    [InlineData("Mon-Fri 9am-12pm")]
    [InlineData("Mo.-Fr. 9 a.m. - 12 p.m.")]
    [InlineData("Mo,Tu,We,Th,Fr 09:00-10:30 et 10:30-12:00")]
    [InlineData(" Mo-Fr09:00-12:00 ; ")]
    public void Ecritures_tolerees(string texte) => Assert.Equal(Lecture.Semaine("Mo-Fr 09:00-12:00"), Lecture.Semaine(texte));

    [Theory]
    [InlineData("75", "2025-05-08 10:00", "Ouvert")]
    [InlineData("974", "2025-12-20 10:00", "Ouvert")]
    [InlineData("75", "2025-12-20 10:00", "Ferme")]
    [InlineData("67", "2025-12-26 10:00", "Ouvert")]
    [InlineData("75", "2025-12-26 10:00", "Ferme")]
    public void Les_jours_feries_dependent_du_departement(string departement, string heure, string attendu) =>
        Assert.Equal(attendu, Lecture.Lire("PH 09:00-12:00").EtatA(Lecture.Local(heure, departement), departement).Etat.ToString());

    [Fact]
    public void Le_commentaire_d_une_fermeture_est_rendu()
    {
        var etat = Lecture.Lire("Mo-Fr 09:00-12:00; May 5-9 off \"congés\"").EtatA(Lecture.Local("2025-05-06 10:00"), "75");
        Assert.Equal(("Ferme", "congés"), (etat.Etat.ToString(), etat.Commentaire));
    }
}
