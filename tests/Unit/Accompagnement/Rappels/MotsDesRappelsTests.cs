using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Kernel.CourtsMessages;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Rappels;

/// <summary>What a reminder says: short, at the clock of the place, with the way to change it.</summary>
public class MotsDesRappelsTests
{
    private const string Lien = "https://inclusion.example/rendez-vous/AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQ";

    private static readonly DateTimeOffset Maintenant = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static RendezVousARappeler RendezVous(string lieu = "Médiathèque Exemple", string fuseau = "Europe/Paris", string langue = "fr") =>
        new(Guid.Empty, new DateTimeOffset(2026, 12, 3, 8, 30, 0, TimeSpan.Zero), Maintenant.AddDays(-5), fuseau, lieu, "/rendez-vous/x") { Langue = langue };

    [Fact]
    public void Un_SMS_dit_quand_ou_et_comment_changer() => Assert.Equal(
        $"Rappel : rendez-vous jeudi 3 décembre à 9 h 30, Médiathèque de la Foret-d'Exemple. Changer ou annuler : {Lien} STOP au 36180",
        MotsDesRappels.Sms(RendezVous("Médiathèque de la Forêt-d’Exemple"), Lien, "STOP au 36180", Maintenant));

    [Fact]
    public void L_heure_est_celle_du_lieu()
    {
        Assert.Contains("vendredi 4 décembre", MotsDesRappels.Objet(RendezVous(fuseau: "Pacific/Wallis") with { Debut = new DateTimeOffset(2026, 12, 3, 21, 0, 0, TimeSpan.Zero) }, Maintenant), StringComparison.Ordinal);
        Assert.Contains("jeudi 3 décembre à 12 h 30", MotsDesRappels.Objet(RendezVous(fuseau: "Indian/Reunion"), Maintenant), StringComparison.Ordinal);
        Assert.Contains("aujourd’hui à 9 h 30", MotsDesRappels.Objet(RendezVous(), Maintenant.AddDays(2).AddHours(-2)), StringComparison.Ordinal);
        Assert.Contains("demain jeudi 3 décembre à 9 h 30", MotsDesRappels.Objet(RendezVous(), Maintenant.AddDays(1)), StringComparison.Ordinal);
        Assert.Contains("1er décembre", MotsDesRappels.Objet(RendezVous() with { Debut = Maintenant.AddHours(3) }, Maintenant.AddDays(-5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Qui_a_reserve_en_anglais_est_rappele_en_anglais()
    {
        Assert.StartsWith("Reminder: appointment Thursday 3 December at 9:30", MotsDesRappels.Sms(RendezVous(langue: "en"), Lien, "", Maintenant), StringComparison.Ordinal);
        Assert.Contains("Change or cancel in one click", MotsDesRappels.Courriel(RendezVous(langue: "en"), Lien, Maintenant), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_courriel_dit_l_adresse_et_le_titre_de_l_atelier()
    {
        var texte = MotsDesRappels.Courriel(RendezVous() with { Adresse = "1 rue d’Essai, 42000 Saint-Étienne", Atelier = "Trier ses photos" }, Lien, Maintenant);
        Assert.Contains("l’atelier «\u00a0Trier ses photos\u00a0», jeudi 3 décembre à 9 h 30", texte, StringComparison.Ordinal);
        Assert.Contains("Médiathèque Exemple\n1 rue d’Essai, 42000 Saint-Étienne", texte, StringComparison.Ordinal);
        Assert.Contains(Lien, texte, StringComparison.Ordinal);
    }

    [Fact]
    public void Quel_que_soit_le_lieu_le_lien_est_entier_et_le_SMS_tient_en_deux_segments()
    {
        var lieux = Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), Gen.Elements("Espace", " ", "numérique", "€", "œ", "😀", "de la Ville", "-").ArrayOf().Select(string.Concat)).Where(l => l is not null).Select(l => l[..Math.Min(l.Length, 120)]);
        Prop.ForAll(lieux.ToArbitrary(), lieu =>
        {
            var texte = MotsDesRappels.Sms(RendezVous(lieu), Lien, "STOP au 36180", Maintenant);
            var mesure = LongueurDeCourtMessage.Mesurer(texte);
            return texte.Contains(Lien, StringComparison.Ordinal) && texte.EndsWith("STOP au 36180", StringComparison.Ordinal) && mesure.Segments <= (mesure.SeptBits ? 2 : 5);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
