using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Resultats;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Activites;

public class EffectifsTests
{
    private static readonly Dictionary<string, int> Rien = [];

    [Fact]
    public void Ce_qui_n_est_pas_dit_n_est_pas_connu()
    {
        var e = Effectifs.Lire(10, 2, new Dictionary<string, int> { ["feminin"] = 6 }, Rien, new Dictionary<string, int> { ["retraite"] = 10 }).Valeur;
        Assert.Equal([0, 6, 4], e.Genres);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 10], e.Ages);
        Assert.Equal([0, 0, 0, 10, 0], e.Statuts);
    }

    [Theory]
    [InlineData("feminin", 11)]
    [InlineData("feminin", -1)]
    [InlineData("martien", 1)]
    public void Une_marge_ne_depasse_pas_le_total(string code, int nombre) =>
        Assert.Equal("ACC-025", Effectifs.Lire(10, 0, new Dictionary<string, int> { [code] = nombre }, Rien, Rien).Erreur!.Code);

    [Fact]
    public void Le_total_et_les_deja_venus_sont_bornes()
    {
        Assert.Equal(["ACC-023"], Codes(Effectifs.Lire(5000, 0, Rien, Rien, Rien)));
        Assert.Equal(["ACC-024"], Codes(Effectifs.Lire(5, 6, Rien, Rien, Rien)));
        Assert.Contains("ACC-023", Codes(Effectifs.Lire(-1, 0, Rien, Rien, Rien)));
    }

    // Whatever is read, each margin adds up to the total: nobody appears, nobody is lost.
    [Fact]
    public void Chaque_marge_fait_le_total() => Prop.ForAll(
        Gen.Choose(-2, 60).ListOf(17).ToArbitrary(),
        n =>
        {
            var lus = Effectifs.Lire(n[0], n[1], Par(Listes.Genres, n, 2), Par(Listes.Ages, n, 4), Par(Listes.Statuts, n, 11));
            return !lus.Reussi || (lus.Valeur.Genres.Sum() == n[0] && lus.Valeur.Ages.Sum() == n[0] && lus.Valeur.Statuts.Sum() == n[0]);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1956, "70_et_plus")]
    [InlineData(1957, "60_69")]
    [InlineData(2014, "12_17")]
    [InlineData(2015, "moins_de_12")]
    [InlineData(2026, "moins_de_12")]
    [InlineData(2027, "non_communique")]
    [InlineData(1890, "non_communique")]
    [InlineData(null, "non_communique")]
    public void L_age_est_celui_du_jour_de_l_acte(int? naissance, string tranche) => Assert.Equal(tranche, TrancheDAge.De(naissance, new DateOnly(2026, 11, 25)));

    private static List<string> Codes(Resultat<Effectifs> r) => [.. r.Erreurs.Select(e => e.Code)];

    private static Dictionary<string, int> Par(Nomenclature liste, List<int> nombres, int debut) =>
        liste.Codes.Take(liste.Codes.Count - 1).Select((c, i) => (c, nombres[(debut + i) % nombres.Count] / 6)).ToDictionary(x => x.c, x => x.Item2);
}
