using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Recherche.Memoire;
using FaireAvec.Kernel.Memoire;
using FaireAvec.Kernel.Texte;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Memoire;

/// <summary>The compact tables against the ordinary collections that say the same.</summary>
public class RangsTests
{
    private static readonly Config Beaucoup = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly string[] Mots = ["a", "al", "ala", "alpha", "beta", "saint", "saintes", "é", "東京", "z9"];

    [Fact]
    public void Les_rangs_d_un_code_sont_ceux_d_un_regroupement() => Prop.ForAll(
        Gen.Elements("", "07010", "42218", "69123", "2A004").ListOf().ToArbitrary(),
        codes =>
        {
            string[] liste = [.. codes];
            var rangs = new RangsParCode(liste);
            var naifs = liste.Select((c, i) => (c, i)).ToLookup(c => c.c, c => c.i, StringComparer.Ordinal);
            string[] demandes = ["07010", "69123", "inconnu"];
            var membres = rangs.Membres(demandes)!;
            return liste.Append("inconnu").All(c => rangs.Rangs(c).ToArray().SequenceEqual(naifs[c]))
                && rangs.Nombres.ToDictionary(n => n.Code, n => n.Nombre, StringComparer.Ordinal).OrderBy(n => n.Key, StringComparer.Ordinal)
                    .SequenceEqual(naifs.Where(g => g.Key.Length > 0).Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderBy(n => n.Key, StringComparer.Ordinal))
                && Enumerable.Range(0, liste.Length).All(i => rangs.CodeDe(i) == liste[i] && rangs.Est(i, membres) == demandes.Contains(liste[i]));
        }).Check(Beaucoup);

    [Theory]
    [InlineData(0UL)]
    [InlineData(3UL)]
    public void Ce_qui_n_est_pas_une_valeur_ne_se_compte_pas(ulong bits) => Assert.Throws<ArgumentOutOfRangeException>(() => new IndexLieux([], _ => null, "v").Compter(bits));

    [Fact]
    public void Sans_code_demande_personne_n_est_membre() => Assert.Null(new RangsParCode(["07010"]).Membres([]));

    [Fact]
    public void Un_id_mene_a_son_rang_et_un_ancien_a_celui_du_lieu_qui_le_remplace()
    {
        Lieu[] lieux = [.. ((string[])["source_2", "source_10", "source_1", "é", "", "😀"]).Select(id => new LieuDeTest().Identifie(id).Construire(new HorlogeFactice()))];
        var rangs = new RangsParId(new LieuxEmpaquetes(lieux), [new("ancien", "source_1"), new("plus_ancien", "ancien"), new("perdu", "inconnu"), new("source_2", "source_1")]);
        Assert.All(Enumerable.Range(0, lieux.Length), i => Assert.Equal(i, rangs.De(lieux[i].Id)));
        Assert.Equal((2, 2), (rangs.De("ancien"), rangs.De("plus_ancien")));
        Assert.Equal((-1, -1, -1), (rangs.De("perdu"), rangs.De("source"), rangs.De("source_11")));
        Assert.Equal(["source_1", "ancien", "plus_ancien"], rangs.Ids(2));
        Assert.Equal(["source_2"], rangs.Ids(0));
    }

    [Fact]
    public void Les_ids_des_lieux_livres_menent_tous_a_leur_lieu()
    {
        var lieux = LieuxLivres.Publics.ToArray();
        var rangs = new RangsParId(new LieuxEmpaquetes(lieux), []);
        Assert.All(Enumerable.Range(0, lieux.Length), i => Assert.True(rangs.De(lieux[i].Id) == i && rangs.De($"{lieux[i].Id}x") < 0));
    }

    [Fact]
    public void Des_textes_empaquetes_se_relisent() => Prop.ForAll(
        Gen.Elements(["", "😀", .. Mots]).ListOf().ToArbitrary(),
        textes =>
        {
            string[] liste = [.. textes];
            var empaquetes = new TextesEmpaquetes(liste);
            return empaquetes.Nombre == liste.Length && Enumerable.Range(0, liste.Length).All(i => empaquetes.Texte(i) == liste[i] && empaquetes[i].SequenceEqual(Encoding.UTF8.GetBytes(liste[i])));
        }).Check(Beaucoup);

    [Fact]
    public void Les_textes_se_trouvent_par_le_debut_de_leurs_mots() => Prop.ForAll(
        Gen.Elements(Mots).ListOf().Select(m => string.Join(' ', m.Take(3))).ListOf().ToArbitrary(),
        Gen.Elements([.. Mots, "sa", "b", "東", "zz"]).NonEmptyListOf().Select(m => string.Join(' ', m.Take(2))).ToArbitrary(),
        (textes, cherche) =>
        {
            // As the index gives them: in their comparable form.
            string[] liste = [.. textes.Select(TexteRecherche.Normaliser)];
            var attendus = Enumerable.Range(0, liste.Length)
                .Where(i => TexteRecherche.Normaliser(cherche).Split(' ').All(c => liste[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(m => m.StartsWith(c, StringComparison.Ordinal))));
            return new IndexTextes(liste).Chercher(cherche)!.SequenceEqual(attendus);
        }).Check(Beaucoup);

    [Fact]
    public void Un_nom_a_les_rangs_qu_une_lecture_de_tous_les_lieux_lui_trouve()
    {
        var index = LieuxLivres.Index;
        var parNom = Enumerable.Range(0, index.Nombre).ToLookup(i => TexteRecherche.Normaliser(index[i].Nom), StringComparer.Ordinal);
        Assert.All(parNom, g => Assert.Equal(g, index.DeNom(g.Key).Order()));
        Assert.Empty(index.DeNom("aucun lieu ne se nomme ainsi"));
        Assert.Empty(index.DeNom("zzzzzz"));
    }

    [Fact]
    public void Chaque_valeur_d_un_filtre_est_comptee_comme_une_lecture_de_tous_les_lieux()
    {
        var index = LieuxLivres.Index;
        var masques = LieuxLivres.Publics.Select(l => Filtre.Tous.Aggregate(0UL, (m, f) => m | f.Bits(l))).ToList();
        Assert.All(Filtre.Tous, f => Assert.All(Enumerable.Range(0, f.Valeurs.Libelles.Count + 1), i => Assert.Equal(masques.Count(m => (m & f.Bit(i)) != 0), index.Compter(f.Bit(i)))));
    }
}
