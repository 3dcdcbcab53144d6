using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Revue;

namespace FaireAvec.Tests.Unit.Cartographie.Revue;

/// <summary>The defects of a file as a producer mends them, and the differences between two texts.</summary>
public class DefautsGroupesTests
{
    [Theory]
    [InlineData("1", 1L)]
    [InlineData("1, 2", 1L, 2L)]
    [InlineData("1 à 5", 1L, 2L, 3L, 4L, 5L)]
    [InlineData("1 à 3, 7, 9, 10", 1L, 2L, 3L, 7L, 9L, 10L)]
    [InlineData("4", 4L, 4L)]
    public void Les_lignes_se_disent_en_plages(string mots, params long[] lignes) => Assert.Equal(mots, FauteRepetee.EnMots(lignes));

    [Fact]
    public void Beaucoup_de_plages_sont_comptees() =>
        Assert.Equal("1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23… et 2 autres", FauteRepetee.EnMots([.. Enumerable.Range(0, 14).Select(i => (2L * i) + 1)]));

    [Fact]
    public void Une_valeur_repetee_est_dite_une_fois_et_ce_qui_bloque_vient_d_abord()
    {
        var groupes = new DefautsGroupes();
        groupes.Noter(new Defaut(2, "a", "services", "Coiffure", "NOR-SER-01", Niveau.Avertissement, "Valeur inconnue.", "Accès internet et matériel informatique"));
        groupes.Noter(new Defaut(3, "b", "services", "Coiffure", "NOR-SER-01", Niveau.Avertissement, "Valeur inconnue.", "Accès internet et matériel informatique"));
        groupes.Noter(new Defaut(3, "b", "code_postal", "4200", "NOR-CP-01", Niveau.Bloquant, "Un code postal a cinq chiffres."));
        var regles = groupes.Lister(code => $"Titre de {code}");
        Assert.Equal([("NOR-CP-01", 1), ("NOR-SER-01", 2)], regles.Select(r => (r.Regle, r.Nombre)));
        var faute = Assert.Single(regles[1].Fautes);
        Assert.Equal(("Coiffure", "2, 3", "Accès internet et matériel informatique"), (faute.Valeur, faute.LignesEnMots, faute.Suggestion));
        Assert.Equal("Titre de NOR-CP-01", regles[0].Titre);
    }

    [Fact]
    public void Un_fichier_faux_partout_se_dit_avec_moins_de_mots()
    {
        var groupes = new DefautsGroupes();
        for (var i = 0; i < 1000; i++)
        {
            groupes.Noter(new Defaut(i, null, "nom", $"valeur {i}", "NOR-NOM-01", Niveau.Bloquant, "Faux."));
        }

        var regle = Assert.Single(groupes.Lister(_ => ""));
        Assert.Equal((1000, DefautsGroupes.FautesMax), (regle.Nombre, regle.Fautes.Count));
    }

    [Fact]
    public void Les_lignes_communes_restent_a_leur_place()
    {
        var lignes = DifferenceDeTextes.Comparer("a\nb\nc\nd", "a\nx\nc\nd\ne");
        Assert.Equal([(' ', "a"), ('-', "b"), ('+', "x"), (' ', "c"), (' ', "d"), ('+', "e")], lignes.Select(l => (l.Signe, l.Texte)));
    }

    [Fact]
    public void Deux_textes_egaux_n_ont_aucune_difference() => Assert.All(DifferenceDeTextes.Comparer("a\r\nb\r\n", "a\nb"), l => Assert.Equal(' ', l.Signe));

    [Fact]
    public void Tout_retirer_et_tout_ajouter() =>
        Assert.Equal("-a -b +c", string.Join(' ', DifferenceDeTextes.Comparer("a\nb", "c").Select(l => $"{l.Signe}{l.Texte}")));
}
