using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Tests.Unit.Cartographie.Horaires;

/// <summary>Here « ~ » stands for the non-breaking space, U+00A0.</summary>
public class EnMotsTests
{
    private const string Bureau = "Mo-Fr 09:00-12:30,14:00-17:00";

    [Theory]
    [InlineData(Bureau, "2025-05-05 10:00", "Ouvert jusqu’à 12~h~30")]
    [InlineData(Bureau, "2025-05-05 12:30", "Fermé, ouvre à 14~h")]
    [InlineData(Bureau, "2025-05-05 17:00", "Fermé, ouvre demain à 9~h")]
    [InlineData(Bureau, "2025-05-09 18:00", "Fermé, ouvre lundi à 9~h")]
    [InlineData(Bureau, "2025-12-24 18:00", "Fermé, ouverture à confirmer à partir de demain à 9~h")]
    [InlineData(Bureau + "; PH off", "2025-12-24 18:00", "Fermé, ouvre vendredi à 9~h")]
    [InlineData("Mo[1] 09:00-12:00", "2026-04-20 10:00", "Fermé, ouvre le lundi 4 mai à 9~h")]
    [InlineData("Mo 09:00-12:00", "2025-05-05 18:00", "Fermé, ouvre le lundi 12 mai à 9~h")]
    [InlineData("Aug 1 09:00-12:00", "2025-05-05 18:00", "Fermé, ouvre le vendredi 1er août à 9~h")]
    [InlineData("Dec 25 09:00-12:00", "2025-12-26 18:00", "Fermé, ouvre le vendredi 25 décembre 2026 à 9~h")]
    [InlineData("Mo-Fr 18:00-24:00", "2025-05-05 20:00", "Ouvert jusqu’à minuit")]
    [InlineData("Mo-Fr 00:00-08:00", "2025-05-05 20:00", "Fermé, ouvre à minuit")]
    [InlineData("Mo-Fr 00:00-08:00", "2025-05-10 20:00", "Fermé, ouvre lundi à 0~h")]
    [InlineData("Mo 20:00-02:00", "2025-05-05 21:00", "Ouvert jusqu’à 2~h")]
    [InlineData("Mo 09:00-08:00", "2025-05-05 10:00", "Ouvert jusqu’à demain à 8~h")]
    [InlineData("24/7; Su off", "2025-05-05 10:00", "Ouvert jusqu’à dimanche à 0~h")]
    [InlineData("24/7; Dec 25 off", "2025-05-05 10:00", "Ouvert jusqu’au jeudi 25 décembre à 0~h")]
    [InlineData("24/7", "2025-05-05 10:00", "Ouvert 24~h sur~24")]
    [InlineData("off", "2025-05-05 10:00", "Fermé")]
    [InlineData("Mo \"sur rendez-vous\"", "2025-05-05 10:00", "Sur rendez-vous")]
    [InlineData("Mo 14:00-17:00 \"sur RDV\"", "2025-05-05 10:00", "Fermé, sur rendez-vous à partir de 14~h")]
    [InlineData("Mo 14:00-17:00 \"sur RDV\"", "2025-05-10 10:00", "Fermé, sur rendez-vous à partir de lundi à 14~h")]
    [InlineData("Mo 14:00-17:00 \"sur RDV\"", "2025-05-05 18:00", "Fermé, sur rendez-vous à partir du lundi 12 mai à 14~h")]
    [InlineData("Mo 14:00-17:00 \"selon saison\"", "2025-05-05 15:00", "À confirmer auprès du lieu~: selon saison")]
    [InlineData("Mo 14:00-17:00 unknown", "2025-05-05 15:00", "Ouverture à confirmer auprès du lieu")]
    [InlineData("Mo 14:00-17:00 unknown", "2025-05-05 13:00", "Fermé, ouverture à confirmer à partir de 14~h")]
    [InlineData("Mo 14:00+", "2025-05-05 15:00", "Ouvert, heure de fermeture non précisée")]
    [InlineData("Mo 14:00+", "2025-05-05 10:00", "Fermé, ouvre à 14~h")]
    public void En_francais(string texte, string instant, string attendu) =>
        Assert.Equal(attendu.Replace('~', '\u00a0'), EnMots.Etat(Lecture.Lire(texte), Lecture.Local(instant), "75"));

    [Theory]
    [InlineData(Bureau, "2025-05-05 10:00", "Open until 12:30")]
    [InlineData(Bureau, "2025-05-05 12:30", "Closed, opens at 14:00")]
    [InlineData(Bureau, "2025-05-05 17:00", "Closed, opens tomorrow at 9:00")]
    [InlineData(Bureau, "2025-05-09 18:00", "Closed, opens on Monday at 9:00")]
    [InlineData("Mo 09:00-12:00", "2025-05-05 18:00", "Closed, opens on Monday 12 May at 9:00")]
    [InlineData("Dec 25 09:00-12:00", "2025-12-26 18:00", "Closed, opens on Friday 25 December 2026 at 9:00")]
    [InlineData("Mo-Fr 18:00-24:00", "2025-05-05 20:00", "Open until midnight")]
    [InlineData("24/7", "2025-05-05 10:00", "Open 24 hours a day")]
    [InlineData("Mo \"sur rendez-vous\"", "2025-05-05 10:00", "By appointment")]
    [InlineData("Mo 14:00-17:00 \"sur RDV\"", "2025-05-05 10:00", "Closed, by appointment from 14:00")]
    public void En_anglais(string texte, string instant, string attendu) =>
        Assert.Equal(attendu, EnMots.Etat(Lecture.Lire(texte), Lecture.Local(instant), "75", "en"));

    [Fact]
    public void Sans_horaires()
    {
        Assert.Equal("Horaires non communiqués", EnMots.Etat(null, Lecture.Local("2025-05-05 10:00"), "75"));
        Assert.Equal("Opening hours not provided", EnMots.Etat(null, Lecture.Local("2025-05-05 10:00"), "75", "en"));
    }

    [Theory]
    [InlineData("974", "Ouvert jusqu’à 12~h~30")]
    [InlineData("75", "Fermé, ouvre à 9~h")]
    [InlineData("988", "Fermé, ouvre demain à 9~h")]
    public void L_heure_est_celle_du_departement(string departement, string attendu) =>
        Assert.Equal(attendu.Replace('~', '\u00a0'), EnMots.Etat(Lecture.Lire(Bureau), new DateTimeOffset(2025, 5, 5, 6, 30, 0, TimeSpan.Zero), departement));

    [Theory]
    [InlineData("Accueil sans rendez-vous", false)]
    [InlineData("Sur RDV au guichet", true)]
    [InlineData("uniquement sur rendez vous", true)]
    [InlineData("by appointment", true)]
    [InlineData(null, false)]
    public void Un_commentaire_parle_de_rendez_vous(string? commentaire, bool attendu) =>
        Assert.Equal(attendu, FaireAvec.Cartographie.Horaires.Mots.RendezVous.EstDans(commentaire));
}
