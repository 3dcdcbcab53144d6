using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;

namespace FaireAvec.Tests.Unit.Cartographie.Revue;

/// <summary>Two records side by side: what is the same, what differs, word by word.</summary>
public class ComparaisonDeFichesTests
{
    [Fact]
    public void La_casse_les_accents_et_les_signes_ne_sont_pas_des_differences() =>
        Assert.Equal(Ecart.Pareil, Comparer("nom", "Médiathèque du Grand-Pré", "MEDIATHEQUE DU GRAND PRE").Ecart);

    [Fact]
    public void Les_mots_qui_different_sont_marques_les_autres_non()
    {
        var champ = Comparer("adresse", "12 rue de la Mairie", "14 rue de la Mairie");
        Assert.Equal(Ecart.Different, champ.Ecart);
        Assert.Equal([new("12", true), new("rue de la Mairie", false)], champ.A);
        Assert.Equal([new("14", true), new("rue de la Mairie", false)], champ.B);
    }

    [Fact]
    public void Un_champ_que_l_une_tait_n_est_pas_un_desaccord()
    {
        Assert.Equal(Ecart.SeulementA, Comparer("telephone", "+33477000000", null).Ecart);
        Assert.Equal(Ecart.SeulementB, Comparer("telephone", null, "+33477000000").Ecart);
        Assert.Null(ComparaisonDeFiches.Comparer("telephone", null, null));
    }

    [Theory]
    [InlineData("telephone", "+33477000000", "04 77 00 00 00", true)]
    [InlineData("telephone", "+33477000000", "+33477000001", false)]
    [InlineData("site_web", "https://exemple.org/", "http://exemple.org", true)]
    [InlineData("horaires", "Mo-Fr 09:00-12:00; PH off", "Mo-Fr 09:00-12:00;PH off", true)]
    [InlineData("services", "A|B", "B|A", true)]
    [InlineData("code_postal", "42000", "42100", false)]
    public void Ce_qui_fait_que_deux_valeurs_sont_la_meme(string champ, string a, string b, bool pareil) =>
        Assert.Equal(pareil ? Ecart.Pareil : Ecart.Different, Comparer(champ, a, b).Ecart);

    [Fact]
    public void D_une_liste_seules_les_valeurs_propres_a_chacune_sont_marquees()
    {
        var champ = Comparer("services", "A|B", "B|C");
        Assert.True(champ.EnListe);
        Assert.Equal([new("A", true), new("B", false)], champ.A);
        Assert.Equal([new("B", false), new("C", true)], champ.B);
    }

    [Fact]
    public void La_position_est_un_seul_champ_et_d_ou_vient_la_fiche_n_est_pas_compare()
    {
        var champs = ComparaisonDeFiches.Comparer(
            new FicheLieu { Id = "a_1", Source = "a", Nom = "Mairie", Latitude = 45.4397, Longitude = 4.3872 },
            new FicheLieu { Id = "b_1", Source = "b", Nom = "Mairie", Latitude = 45.4397, Longitude = 4.3872 });
        Assert.Equal(["nom", "position"], champs.Select(c => c.Champ));
        Assert.All(champs, c => Assert.Equal(Ecart.Pareil, c.Ecart));
    }

    [Fact]
    public void Une_valeur_de_signes_seuls_se_compare_telle_quelle() => Assert.Equal(Ecart.Different, Comparer("nom", "+++", "---").Ecart);

    [Fact]
    public void Un_texte_tres_long_est_marque_en_entier()
    {
        var long1 = string.Join(' ', Enumerable.Range(0, 1000));
        Assert.Equal([new(long1, true)], Comparer("presentation_detail", long1, $"{long1} fin").A);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("seul")]
    [InlineData("a\ta")]
    [InlineData("a\tb\tc")]
    [InlineData("\tb")]
    public void Une_paire_se_relit_ou_n_est_pas_une_paire(string? texte)
    {
        Assert.Null(ClePaire.Lire(texte));
        Assert.Equal(new ClePaire("a_1", "b_2"), ClePaire.Lire(new ClePaire("a_1", "b_2").ToString()));
    }

    [Theory]
    [InlineData(1, Certitude.Forte)]
    [InlineData(0.8, Certitude.Forte)]
    [InlineData(0.799, Certitude.Moyenne)]
    [InlineData(0.5, Certitude.Moyenne)]
    [InlineData(0.49, Certitude.Faible)]
    public void La_certitude_a_ses_bornes(double probabilite, object certitude)
    {
        Assert.Equal(certitude, Certitudes.De(probabilite));
        var (de, a) = Certitudes.Bornes((Certitude)certitude);
        Assert.True(probabilite >= de && probabilite < a);
    }

    private static ChampCompare Comparer(string champ, string? a, string? b) => ComparaisonDeFiches.Comparer(champ, a, b)!;
}
