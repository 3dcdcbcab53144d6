using System.Reflection;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.Activites.SaisieDEssai;
using static FaireAvec.Tests.Unit.Accompagnement.AllerVers.AllerVersDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.AllerVers;

public class VerificationDAllerVersTests
{
    private static readonly Guid Quelquun = Guid.Parse("01a21000-0000-7000-8000-0000000000b1");

    [Fact]
    public void Un_matin_au_marche_se_note()
    {
        var action = Juste(Marche with { Interesses = 10, Venus = 4, Appris = "  Beaucoup de questions sur les mises à jour.  " });
        Assert.Equal((24, 10, null, 4), (action.Contactes, action.Interesses, action.Inscrits, action.Venus));
        Assert.Equal(("42218", "42", null), (action.Commune, action.Departement, action.Lieu));
        Assert.Equal("Beaucoup de questions sur les mises à jour.", action.Appris);
        Assert.False(action.ARappeler);
    }

    [Fact]
    public void Un_lieu_de_la_carte_donne_sa_commune()
    {
        var action = Juste(Marche with { Lieu = "exemple_1", Commune = null });
        Assert.Equal(("exemple_1", "42218", null), (action.Lieu, action.Commune, action.LieuLibre));
    }

    [Fact]
    public void Ce_qui_manque_se_dit_en_une_fois() =>
        Assert.Equal(["ACC-205", "ACC-208", "ACC-206", "ACC-200", "ACC-203"], Codes(new SaisieDAllerVers()));

    [Theory]
    [InlineData(1, "ACC-201")]
    [InlineData(-5000, "ACC-202")]
    public void Une_date_impossible_se_refuse(int jours, string code) => Assert.Equal([code], Codes(Marche with { Date = Aujourdhui.AddDays(jours) }));

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(24 * 60)]
    public void Une_duree_impossible_se_refuse(int minutes) => Assert.Equal(["ACC-203"], Codes(Marche with { DureeMinutes = minutes }));

    [Fact]
    public void Un_lieu_ou_une_commune_inconnus_se_refusent()
    {
        Assert.Equal(["ACC-204"], Codes(Marche with { Lieu = "ferme_depuis" }));
        Assert.Equal(["ACC-205"], Codes(Marche with { Commune = "99999" }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5001)]
    public void Il_faut_avoir_rencontre_quelqu_un(int contactes) => Assert.Equal(["ACC-208"], Codes(Marche with { Contactes = contactes }));

    [Fact]
    public void Une_etape_ne_depasse_pas_celle_qui_la_contient()
    {
        Assert.Equal(["ACC-210"], Codes(Marche with { Interesses = 25 }));
        Assert.Equal(["ACC-210"], Codes(Marche with { Interesses = 10, Inscrits = 11 }));
        Assert.Equal(["ACC-210"], Codes(Marche with { Venus = 5, Revenus = 6 }));
        Assert.Equal(["ACC-210"], Codes(Marche with { Venus = 5, Engages = 6 }));
        Assert.Equal(["ACC-210"], Codes(Marche with { Relais = 25 }));
        Assert.Equal(["ACC-209"], Codes(Marche with { Venus = -1 }));
    }

    [Fact]
    public void Une_etape_inconnue_laisse_la_suivante_sous_celle_d_avant()
    {
        Assert.Empty(Codes(Marche with { Inscrits = 24 }));
        Assert.Equal(["ACC-210"], Codes(Marche with { Inscrits = 25 }));
        Assert.Equal(["ACC-210"], Codes(Marche with { Revenus = 25 }));
    }

    [Fact]
    public void On_vient_sans_s_inscrire_on_s_engage_sans_revenir_on_aide_sans_venir() =>
        Assert.Empty(Codes(Marche with { Interesses = 5, Inscrits = 2, Venus = 8, Revenus = 1, Engages = 3, Relais = 9 }));

    [Fact]
    public void Des_comptes_qui_s_emboitent_s_acceptent_et_un_de_trop_se_refuse() => Prop.ForAll(Effectifs.ToArbitrary(), e =>
    {
        var saisie = Marche with { Contactes = e.Contactes, Interesses = e.Interesses, Inscrits = e.Inscrits, Venus = e.Venus, Revenus = e.Revenus, Engages = e.Engages, Relais = e.Relais };
        Assert.Equal(e, Juste(saisie).Effectifs);
        Assert.Equal(["ACC-210"], Codes(saisie with { Relais = e.Contactes + 1 }));
        Assert.Equal(["ACC-210"], Codes(saisie with { Revenus = (e.Venus ?? e.Contactes) + 1 }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Les_reponses_ne_sont_pas_plus_nombreuses_que_les_personnes()
    {
        Assert.Equal(["ACC-211"], Codes(Marche with { Renoncement = new(20, 4, 1) }));
        Assert.Equal(["ACC-212"], Codes(Marche with { Renoncement = new(5, 0, 0, 4, 2) }));
        Assert.Equal(["ACC-209"], Codes(Marche with { Renoncement = new(-1) }));
        Assert.Equal(["ACC-209"], Codes(Marche with { Renoncement = new(int.MaxValue, int.MaxValue) }));
        Assert.Equal(new Renoncement(5, 3, 1, 2, 1, 2), Juste(Marche with { Renoncement = new(5, 3, 1, 2, 1) }).Renoncement);
    }

    [Fact]
    public void Un_autre_motif_se_dit_en_mots()
    {
        Assert.Equal(["ACC-206"], Codes(Marche with { Motif = "inconnu" }));
        Assert.Equal(["ACC-207"], Codes(Marche with { Motif = "autre", AutreMotif = "  " }));
        Assert.Equal("Réparer un poste de radio", Juste(Marche with { Motif = "autre", AutreMotif = "Réparer un poste de radio" }).AutreMotif);
        Assert.Null(Juste(Marche with { AutreMotif = "ignoré" }).AutreMotif);
    }

    [Fact]
    public void Ce_qui_ressemble_a_un_telephone_passe_quand_on_dit_que_ce_n_en_est_pas_un_et_rien_d_autre()
    {
        const string Dossier = "Dossier 06 39 98 12 34";
        Assert.Equal(["ACC-214"], Codes(Marche with { Appris = Dossier }));
        Assert.Empty(Codes(Marche with { Appris = Dossier, LieuLibre = Dossier, PasUnTelephone = true }));
        Assert.Empty(Codes(Marche with { Motif = "autre", AutreMotif = Dossier, PasUnTelephone = true }));
        foreach (var texte in (string[])["Son NIR est 2 69 05 49 588 157 80", "écrire à qui@example.org", "mdp : Soleil2024!", $"{Dossier}, mdp : Soleil2024!"])
        {
            Assert.Equal(["ACC-214"], Codes(Marche with { Appris = texte, PasUnTelephone = true }));
        }
    }

    [Theory]
    [InlineData("mdp: Soleil2024!")]
    [InlineData("Son NIR est 2 69 05 49 588 157 80")]
    [InlineData("La rappeler au 06 39 98 12 34")]
    [InlineData("Lui écrire : dame.exemple@example.org")]
    public void Les_personnes_rencontrees_ne_laissent_pas_de_coordonnees(string texte)
    {
        Assert.Equal(["ACC-214"], Codes(Marche with { Appris = texte }));
        Assert.Equal(["ACC-214"], Codes(Marche with { LieuLibre = texte }));
        Assert.Equal(["ACC-214"], Codes(Marche with { Motif = "autre", AutreMotif = texte }));
        Assert.Equal(["ACC-214"], Codes(AuMarche with { ObjetReel = texte }));
    }

    [Fact]
    public void Un_tableau_colle_se_refuse() => Assert.Equal(["ACC-213"], Codes(Marche with { Appris = new string('x', ActionDAllerVers.ApprisMax + 1) }));

    [Fact]
    public void Un_rappel_vient_apres_et_dit_qui()
    {
        Assert.Equal(["ACC-217"], Codes(Marche with { RappelLe = Aujourdhui.AddDays(7) }));
        Assert.Equal(["ACC-218"], Codes(Marche with { Partenaire = Quelquun, RappelLe = Aujourdhui.AddDays(-1) }));
        Assert.Equal(["ACC-218"], Codes(Marche with { Partenaire = Quelquun, RappelLe = Aujourdhui.AddYears(1).AddDays(1) }));
        var action = Juste(Marche with { Partenaire = Quelquun, RappelLe = Aujourdhui.AddDays(7) });
        Assert.True(action.ARappeler);
        action.RappeleLe = Contexte.Maintenant;
        Assert.False(action.ARappeler);
    }

    [Fact]
    public void Une_configuration_se_garde_et_ce_qui_manque_se_dit()
    {
        Assert.Empty(Codes(AuMarche));
        Assert.Equal(["ACC-227", "ACC-206"], Codes(new SaisieDeConfiguration()));
        Assert.Equal(["ACC-228", "ACC-229", "ACC-203"], Codes(AuMarche with { Taille = 0, Posture = "zele", DureeMinutes = -1 }));
        Assert.Equal(["ACC-213"], Codes(AuMarche with { Nom = new string('n', 81) }));
    }

    [Fact]
    public void Un_partenaire_est_une_structure_sans_coordonnees()
    {
        IEnumerable<string> Dits(string? nom, string? nature) => VerificationDAllerVers.Partenaire(nom, nature, Quelquun, Quelquun, [], Contexte.Maintenant).Erreurs.Select(e => e.Code);
        Assert.Empty(Dits("  Épicerie   solidaire Exemple ", "aide_alimentaire"));
        Assert.Equal(["ACC-222", "ACC-223"], Dits(" ", "inconnue"));
        Assert.Equal(["ACC-214"], Dits("Dame Exemple 06 39 98 12 34", "autre"));
    }

    [Theory]
    [InlineData(typeof(ActionDAllerVers))]
    [InlineData(typeof(OrientationDePartenaire))]
    [InlineData(typeof(ConfigurationDAllerVers))]
    public void Aucun_champ_ne_tient_une_personne(Type type) =>
        Assert.DoesNotContain(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string) || p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?)).Select(p => p.Name),
            n => !Attendus.Contains(n));

    private static readonly HashSet<string> Attendus =
    [
        "Id", "Auteur", "Organisation", "Lieu", "LieuLibre", "Commune", "Departement", "Partenaire", "Motif", "AutreMotif", "Configuration", "Appris",
        "Nom", "PublicCible", "Posture", "Supports", "ObjetReel", "Suite",
    ];
}
