using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using static FaireAvec.Tests.Unit.Accompagnement.Activites.SaisieDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Registres;

public class RegistreTests
{
    private static readonly SaisieDeRegistre Usuel = new() { Titre = "Atelier d’essai", Jour = Aujourdhui, Debut = "14 h", Fin = "15 h 30", TypeDeLieu = Listes.LieuActivite, Lieu = "exemple_1" };

    private static Registre Ouvert => VerificationDeRegistre.Verifier(Usuel, Contexte).Valeur;

    [Fact]
    public void Un_registre_usuel_a_son_jour_ses_heures_et_son_lieu()
    {
        var r = Ouvert;
        Assert.Equal((Aujourdhui, 90, "exemple_1", "42218"), (r.Jour, r.Minutes, r.Lieu, r.Commune));
        Assert.False(r.Ferme);
    }

    [Fact]
    public void Chaque_faute_est_dite() => Assert.Equal(["ACC-230", "ACC-231", "ACC-233", "ACC-234", "ACC-235"], Codes(new SaisieDeRegistre()));

    [Theory]
    [InlineData("14 h", "14 h", "ACC-234")]
    [InlineData("16 h", "14 h", "ACC-234")]
    [InlineData("25 h", "26 h", "ACC-233,ACC-234")]
    [InlineData("14 h", "tard", "ACC-234")]
    public void La_fin_vient_apres_le_debut(string debut, string fin, string codes) => Assert.Equal(codes.Split(','), Codes(Usuel with { Debut = debut, Fin = fin }));

    [Theory]
    [InlineData("14:30", 14, 30)]
    [InlineData("14h30", 14, 30)]
    [InlineData(" 14 H 30 ", 14, 30)]
    [InlineData("9\u00a0h\u00a005", 9, 5)]
    [InlineData("9h", 9, 0)]
    [InlineData("9", 9, 0)]
    [InlineData("0:00", 0, 0)]
    public void Une_heure_se_lit_comme_on_l_ecrit(string texte, int heure, int minute) => Assert.Equal(new TimeOnly(heure, minute), VerificationDeRegistre.Heure(texte));

    [Theory]
    [InlineData(-400, "ACC-232")]
    [InlineData(400, "ACC-232")]
    public void Un_registre_est_d_un_atelier_proche(int jours, string code) => Assert.Equal([code], Codes(Usuel with { Jour = Aujourdhui.AddDays(jours) }));

    [Fact]
    public void Un_atelier_a_venir_a_son_registre() => Assert.Empty(Codes(Usuel with { Jour = Aujourdhui.AddDays(30) }));

    [Fact]
    public void Un_lieu_ferme_ou_une_commune_inventee_ne_se_choisissent_pas()
    {
        Assert.Equal(["ACC-236"], Codes(Usuel with { Lieu = "inconnu" }));
        Assert.Equal(["ACC-237"], Codes(Usuel with { TypeDeLieu = Listes.AutreLieu, Commune = "99999" }));
        Assert.Equal(["ACC-235"], Codes(Usuel with { TypeDeLieu = "nuage" }));
    }

    [Fact]
    public void Un_titre_ne_garde_pas_de_secret_ni_de_tableau_colle()
    {
        Assert.Equal(["ACC-017"], Codes(Usuel with { Titre = "mdp: Soleil2024!" }));
        Assert.Equal(["ACC-016"], Codes(Usuel with { Titre = new string('x', 201) }));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData(" Awa  Exemple ", "Awa Exemple")]
    [InlineData("Léa-Rose", "Léa-Rose")]
    public void Un_prenom_ou_rien(string? texte, string? lu) => Assert.Equal(lu, VerificationDeRegistre.Prenom(texte).Valeur);

    [Theory]
    [InlineData("06 39 98 01 02")]
    [InlineData("Awa 2")]
    [InlineData("<b>Awa</b>")]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("awa@example.org")]
    [InlineData("Abcdefghij Abcdefghij Abcdefghij Abcdefghij Abcdefghij Abcdefghij")]
    public void Un_numero_ou_une_adresse_n_est_pas_un_prenom(string texte) => Assert.Equal("ACC-243", VerificationDeRegistre.Prenom(texte).Erreur!.Code);

    [Fact]
    public void Fermer_garde_le_nombre_et_plus_rien_ne_change()
    {
        var r = Ouvert;
        Assert.Equal("ACC-246", r.Fermer(0, Contexte.Maintenant).Erreur!.Code);
        Assert.True(r.Reprendre(new Effectifs { Total = 3 }, 9, 1).Reussi);
        Assert.Null(r.PeutSigner(9));
        Assert.True(r.Fermer(9, Contexte.Maintenant).Reussi);
        Assert.Equal((12, Contexte.Maintenant), (r.Signatures, r.FermeLe));
        Assert.Equal("ACC-238", r.PeutSigner(9)!.Code);
        Assert.Equal("ACC-238", r.Reprendre(new Effectifs { Total = 4 }, 9, r.Version).Erreur!.Code);
        // Closing again, with another count even: it stays.
        Assert.True(r.Fermer(20, Contexte.Maintenant.AddDays(1)).Reussi);
        Assert.Equal((12, Contexte.Maintenant), (r.Signatures, r.FermeLe));
    }

    [Fact]
    public void Deux_fenetres_sur_la_feuille_la_seconde_est_prevenue()
    {
        var r = Ouvert;
        Assert.True(r.Reprendre(new Effectifs { Total = 3 }, 0, 1).Reussi);
        Assert.Equal("ACC-248", r.Reprendre(new Effectifs { Total = 5 }, 0, 1).Erreur!.Code);
        Assert.Equal(3, r.Papier);
    }

    [Fact]
    public void Deux_mille_signatures_au_plus()
    {
        var r = Ouvert;
        Assert.Equal("ACC-244", r.Reprendre(new Effectifs { Total = 1990 }, 11, 1).Erreur!.Code);
        Assert.True(r.Reprendre(new Effectifs { Total = 1990 }, 9, 1).Reussi);
        Assert.Null(r.PeutSigner(9));
        Assert.Equal("ACC-244", r.PeutSigner(10)!.Code);
    }

    [Fact]
    public void L_acte_se_remplit_du_registre_sans_inventer_personne()
    {
        var r = Ouvert;
        r.Reprendre(Effectifs.Lire(5, 0, new Dictionary<string, int> { ["feminin"] = 3 }, new Dictionary<string, int> { ["70_et_plus"] = 4 }, new Dictionary<string, int>()).Valeur, 2, 1);
        r.Fermer(2, Contexte.Maintenant);
        var f = FormulaireDActivite.DuRegistre(r, _ => "Saint-Étienne");
        Assert.Equal(("collectif", r.Id, (int?)7, "90", Aujourdhui), (f.Type, f.Registre, f.Total, f.Duree, f.Date));
        Assert.Equal([("feminin", 3)], f.ParGenre.Select(p => (p.Key, p.Value!.Value)));
        Assert.Equal([("70_et_plus", 4)], f.ParAge.Select(p => (p.Key, p.Value!.Value)));
        Assert.Empty(f.ParStatut);
    }

    private static IReadOnlyList<string> Codes(SaisieDeRegistre saisie) => [.. VerificationDeRegistre.Verifier(saisie, Contexte).Erreurs.Select(e => e.Code)];
}
