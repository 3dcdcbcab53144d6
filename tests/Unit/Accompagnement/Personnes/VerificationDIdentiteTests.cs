using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class VerificationDIdentiteTests
{
    private static readonly DateOnly Jour = new(2026, 11, 26);

    private static string Codes(IdentiteSaisie saisie) => string.Join(',', VerificationDIdentite.Verifier(saisie, Jour).Erreurs.Select(e => e.Code));

    [Fact]
    public void Un_prenom_ou_un_nom_choisi_suffit()
    {
        var lue = VerificationDIdentite.Verifier(new() { Prenom = "  Tante   Awa " }, Jour).Valeur;
        Assert.Equal("Tante Awa", lue.Prenom);
        Assert.Null(lue.Nom);
        Assert.Null(lue.Telephone);
    }

    [Fact]
    public void Tout_se_garde_sous_une_forme_comparable()
    {
        var lue = VerificationDIdentite.Verifier(new() { Prenom = "Awa", Nom = "Sarr", Telephone = "+33 (0)6 39 98 01 02", Courriel = "Awa@Example.ORG", AnneeDeNaissance = " 1958 ", Age = "25_39", Genre = "feminin", Statut = "retraite", Notes = "Vient le mardi." }, Jour).Valeur;
        Assert.Equal(("0639980102", "awa@example.org", 1958, (string?)null), (lue.Telephone, lue.Courriel, lue.AnneeDeNaissance, lue.Age));
    }

    [Theory]
    [InlineData("", "ACC-100")]
    [InlineData("<b>Awa</b>", "ACC-100")]
    [InlineData("=SOMME(A1)", "ACC-100")]
    public void Un_prenom_qui_n_en_est_pas_un_est_refuse(string prenom, string code) => Assert.Equal(code, Codes(new() { Prenom = prenom }));

    [Theory]
    [InlineData("1899")]
    [InlineData("2027")]
    [InlineData("58")]
    [InlineData("19 58")]
    [InlineData("-1958")]
    [InlineData("١٩٥٨")]
    public void Une_annee_impossible_est_refusee(string annee) => Assert.Equal("ACC-105", Codes(new() { Prenom = "Awa", AnneeDeNaissance = annee }));

    [Fact]
    public void Un_telephone_et_pas_de_telephone_ne_vont_pas_ensemble() =>
        Assert.Equal("ACC-103", Codes(new() { Prenom = "Awa", Telephone = "06 39 98 01 02", SansTelephone = true }));

    [Fact]
    public void Un_mot_de_passe_ou_un_nir_ne_se_garde_pas_dans_les_notes()
    {
        Assert.Equal("ACC-108", Codes(new() { Prenom = "Awa", Notes = "mdp : Soleil2024!" }));
        Assert.Equal("ACC-107", Codes(new() { Prenom = "Awa", Notes = new string('a', 2001) }));
    }

    [Fact]
    public void Avant_15_ans_il_faut_le_nom_et_l_accord_d_un_parent()
    {
        Assert.Equal("ACC-111,ACC-112", Codes(new() { Prenom = "Léo", AnneeDeNaissance = "2014" }));
        Assert.Equal("ACC-112", Codes(new() { Prenom = "Léo", AnneeDeNaissance = "2014", Responsable = "Awa Sarr" }));
        var lue = VerificationDIdentite.Verifier(new() { Prenom = "Léo", AnneeDeNaissance = "2014", Responsable = "Awa Sarr", AccordDuResponsable = true }, Jour).Valeur;
        Assert.True(lue.AccordDuResponsable);
    }

    [Fact]
    public void De_15_a_17_ans_on_s_accorde_soi_meme()
    {
        Assert.Equal("", Codes(new() { Prenom = "Léo", AnneeDeNaissance = "2010" }));
        Assert.Equal("Awa Sarr", VerificationDIdentite.Verifier(new() { Prenom = "Léo", AnneeDeNaissance = "2010", Responsable = "Awa Sarr" }, Jour).Valeur.Responsable);
    }

    [Fact]
    public void Le_nom_d_un_parent_d_adulte_ne_se_garde_pas() =>
        Assert.Null(VerificationDIdentite.Verifier(new() { Prenom = "Léo", AnneeDeNaissance = "1990", Responsable = "Awa Sarr", AccordDuResponsable = true }, Jour).Valeur.Responsable);

    [Theory]
    [InlineData("Curatelle", null, false, "ACC-109")]
    [InlineData("Curatelle", "UDAF", false, "")]
    [InlineData("Tutelle", "UDAF", false, "ACC-110")]
    [InlineData("Tutelle", "UDAF", true, "")]
    [InlineData("Aucune", "UDAF", true, "")]
    [InlineData("2", "UDAF", true, "ACC-106")]
    [InlineData("Sauvegarde", "UDAF", true, "ACC-106")]
    public void Une_protection_dit_qui_signe(string protection, string? protecteur, bool accord, string codes) =>
        Assert.Equal(codes, Codes(new() { Prenom = "Awa", Protection = protection, Protecteur = protecteur, AccordDuProtecteur = accord }));

    [Theory]
    [InlineData("06 39 98 01 02", "0639980102")]
    [InlineData("06.39.98.01.02", "0639980102")]
    [InlineData("0033639980102", "0639980102")]
    [InlineData("+262 692 98 01 02", "0692980102")]
    [InlineData("+596 696 98 01 02", "0696980102")]
    [InlineData("+687 98 01 02", "+687980102")]
    [InlineData("+352 621 980 102", "+352621980102")]
    [InlineData("08 00 00 00 00", null)]
    [InlineData("6 39 98 01 02", null)]
    [InlineData("+1 202 555 0102", null)]
    [InlineData("06 39 98 01", null)]
    [InlineData("pas de téléphone", null)]
    public void Les_telephones_se_lisent_comme_on_les_ecrit(string saisi, string? lu) => Assert.Equal(lu, Telephones.Lire(saisi));

    [Fact]
    public void Rien_de_ce_qu_on_tape_ne_fait_tomber_la_verification() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<bool>(), (a, b, c) =>
        {
            var lue = VerificationDIdentite.Verifier(new() { Prenom = a, Nom = b, AnneeDeNaissance = a, Age = b, Telephone = a, SansTelephone = c, Courriel = b, Genre = a, Statut = b, Notes = a, Protection = b, Protecteur = a, Responsable = b }, Jour);
            return lue.Reussi ? lue.Valeur.Prenom.Length > 0 : lue.Erreurs.All(e => e.Code.StartsWith("ACC-1", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Marie", "Marie")]
    [InlineData("Jean-Marc 2", "Jean-Marc 2")]
    [InlineData("Marie 1 85 05 78 006 084 91", null)]
    [InlineData("Marie mdp: soleil", null)]
    public void Un_nom_ne_porte_pas_de_secret(string texte, string? lu) => Assert.Equal(lu, NomsDesPersonnes.Lire(texte));
}
