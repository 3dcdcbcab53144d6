using FaireAvec.Accompagnement.Domain.Agenda;
using static FaireAvec.Tests.Unit.Accompagnement.Agenda.AgendaDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Agenda;

public class VerificationDAgendaTests
{
    private static readonly SaisieDeDisponibilite Usuelle = new() { Lieu = "test_1", Jours = [2], De = "9h", A = "12:00", Duree = 45 };
    private static readonly SaisieDAtelier Atelier = new() { Titre = "Reconnaître une arnaque", Lieu = "test_1", Date = new DateOnly(2026, 12, 8), De = "14h", A = "15h30", Capacite = 8 };
    private static readonly SaisieDeReservation Jo = new() { Prenom = "Jo" };

    [Theory]
    [InlineData("9:00", "09:00")]
    [InlineData("9h", "09:00")]
    [InlineData(" 17 h 30 ", "17:30")]
    [InlineData("0930", "09:30")]
    [InlineData("930", "09:30")]
    [InlineData("23.59", "23:59")]
    [InlineData("24:00", null)]
    [InlineData("9:60", null)]
    [InlineData("-1:00", null)]
    [InlineData("neuf heures", null)]
    [InlineData("", null)]
    [InlineData("9:00:00", null)]
    [InlineData("99999999999999999999999", null)]
    public void Une_heure_s_ecrit_comme_on_veut(string saisie, string? attendue) => Assert.Equal(attendue, HeureSaisie.Lire(saisie)?.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Chaque_jour_choisi_est_une_disponibilite_qui_commence_a_son_premier_jour()
    {
        var faites = Verifier(Usuelle with { Jours = [2, 5] }).Valeur;
        Assert.Equal([new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 1)], faites.Select(d => d.Depuis));
    }

    [Theory]
    [InlineData("ailleurs", "9h", "12h", 45, 1, "ACC-300")]
    [InlineData("test_1", "12h", "9h", 45, 1, "ACC-302")]
    [InlineData("test_1", "9h", "9h30", 45, 1, "ACC-303")]
    [InlineData("test_1", "9h", "12h", 7, 1, "ACC-303")]
    [InlineData("test_1", "9h", "12h", 45, 3, "ACC-305")]
    public void Ce_qui_manque_a_une_disponibilite_est_dit(string lieu, string de, string a, int duree, int semaines, string code) =>
        Assert.Equal([code], Verifier(Usuelle with { Lieu = lieu, De = de, A = a, Duree = duree, Semaines = semaines }).Erreurs.Select(e => e.Code));

    [Fact]
    public void Nul_n_est_a_deux_endroits_a_la_fois() => Assert.Equal("ACC-306", VerificationDAgenda.Verifier(Usuelle with { De = "11h", A = "14h" }, Camille, Organisation, Guid.CreateVersion7, Lieu, [], [Mardis()], Maintenant).Erreur!.Code);

    [Fact]
    public void Une_tournee_a_un_jour_et_un_lieu_par_etape()
    {
        var etapes = Verifier(Usuelle with { Jours = [], Tournee = true, Dates = [new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 10)] }).Valeur;
        Assert.All(etapes, e => Assert.True(e.UnSeulJour && e.Tournee));
        Assert.Equal("ACC-313", Verifier(Usuelle with { Jours = [], Tournee = true, Dates = [new DateOnly(2026, 11, 25)] }).Erreur!.Code);
    }

    [Fact]
    public void Un_atelier_juste_a_ses_instants()
    {
        var atelier = VerificationDAgenda.Verifier(Atelier, Camille, Camille, Organisation, Lieu, [], Maintenant).Valeur;
        Assert.Equal((new DateTimeOffset(2026, 12, 8, 13, 0, 0, TimeSpan.Zero), 90), (atelier.Debut, atelier.Minutes));
    }

    [Theory]
    [InlineData("", 8, "2026-12-08", "ACC-340")]
    [InlineData("Atelier", 0, "2026-12-08", "ACC-342")]
    [InlineData("Atelier", 201, "2026-12-08", "ACC-342")]
    [InlineData("Atelier", 8, "2026-11-25", "ACC-344")]
    [InlineData("Atelier", 8, "2029-12-08", "ACC-344")]
    [InlineData("mdp: Soleil2024!", 8, "2026-12-08", "ACC-346")]
    public void Ce_qui_manque_a_un_atelier_est_dit(string titre, int capacite, string jour, string code) =>
        Assert.Equal([code], VerificationDAgenda.Verifier(Atelier with { Titre = titre, Capacite = capacite, Date = DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture) }, Camille, Camille, Organisation, Lieu, [], Maintenant).Erreurs.Select(e => e.Code));

    [Fact]
    public void Un_atelier_n_a_pas_plus_de_places_que_sa_salle()
    {
        var salle = new Salle { Id = Guid.CreateVersion7(), Organisation = Organisation, Lieu = "test_1", Nom = "Petite salle", Capacite = 6 };
        Assert.Equal("ACC-342", VerificationDAgenda.Verifier(Atelier with { Salle = salle.Id }, Camille, Camille, Organisation, Lieu, [salle], Maintenant).Erreur!.Code);
        Assert.Equal("ACC-307", VerificationDAgenda.Verifier(Atelier with { Salle = Guid.CreateVersion7(), Capacite = 6 }, Camille, Camille, Organisation, Lieu, [salle], Maintenant).Erreur!.Code);
        Assert.Equal("ACC-343", VerificationDAgenda.Corriger(Atelier with { Capacite = 4 }, salle, 5).Erreur!.Code);
    }

    [Fact]
    public void Un_prenom_suffit() => Assert.Equal(new QuiVient("Jo", null, null, false, null, null, []) with { Amenagements = [] }, VerificationDAgenda.Verifier(Jo, connue: false).Valeur with { Amenagements = [] }, Egales);

    [Theory]
    [InlineData("", "", "", false, "", "", "ACC-322")]
    [InlineData("<script>", "", "", false, "", "", "ACC-322")]
    [InlineData("Jo", "08 36 65 65 65", "", false, "", "", "ACC-323")]
    [InlineData("Jo", "", "jo@", false, "", "", "ACC-324")]
    [InlineData("Jo", "", "", true, "", "", "ACC-325")]
    [InlineData("Jo", "04 77 99 00 01", "", true, "", "", "ACC-325")]
    [InlineData("Jo", "", "", false, "coiffure", "", "ACC-326")]
    [InlineData("Jo", "", "", false, "", "klingon", "ACC-326")]
    public void Ce_qui_ne_va_pas_est_dit(string prenom, string telephone, string courriel, bool sms, string besoin, string interprete, string code) =>
        Assert.Equal([code], VerificationDAgenda.Verifier(new SaisieDeReservation { Prenom = prenom, Telephone = telephone, Courriel = courriel, Sms = sms, Besoin = besoin, Interprete = interprete }, connue: false).Erreurs.Select(e => e.Code));

    [Fact]
    public void Avec_une_carte_aucun_nom_n_est_demande()
    {
        Assert.True(VerificationDAgenda.Verifier(new SaisieDeReservation(), connue: true).Reussi);
        Assert.Equal("ACC-326", VerificationDAgenda.Verifier(Jo with { Amenagements = ["diabete"] }, connue: true).Erreur!.Code);
    }

    private static bool Egales(QuiVient a, QuiVient b) => (a.Prenom, a.Telephone, a.Courriel, a.Sms, a.Besoin, a.Interprete) == (b.Prenom, b.Telephone, b.Courriel, b.Sms, b.Besoin, b.Interprete);

    private static FaireAvec.Kernel.Resultats.Resultat<IReadOnlyList<Disponibilite>> Verifier(SaisieDeDisponibilite saisie) => VerificationDAgenda.Verifier(saisie, Camille, Organisation, Guid.CreateVersion7, Lieu, [], [], Maintenant);
}
