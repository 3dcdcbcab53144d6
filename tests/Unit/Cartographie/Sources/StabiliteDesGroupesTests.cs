using FaireAvec.Cartographie.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Sources;

/// <summary>Public ids are stable, and an old one always leads somewhere.</summary>
public sealed class StabiliteDesGroupesTests
{
    private static readonly DateTimeOffset Jour = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Un_groupe_neuf_a_l_identifiant_de_sa_plus_ancienne_fiche()
    {
        var ancre = Assert.Single(StabiliteDesGroupes.Ancrer([["a", "b", "c"]], Rien, new Dictionary<string, DateTimeOffset> { ["a"] = Jour.AddDays(2), ["b"] = Jour, ["c"] = Jour.AddDays(1) }));
        Assert.Equal("b", ancre.Id);
    }

    [Fact]
    public void Un_groupe_garde_son_identifiant_quand_une_fiche_plus_ancienne_le_rejoint() =>
        Assert.Equal("b", Assert.Single(StabiliteDesGroupes.Ancrer([["a", "b", "c"]], new Dictionary<string, string> { ["b"] = "b", ["c"] = "b" }, Dates("a", "b", "c"))).Id);

    [Fact]
    public void De_deux_groupes_reunis_le_plus_grand_garde_son_identifiant() =>
        Assert.Equal("c", Assert.Single(StabiliteDesGroupes.Ancrer([["a", "b", "c", "d", "e"]], new Dictionary<string, string> { ["a"] = "a", ["b"] = "a", ["c"] = "c", ["d"] = "c", ["e"] = "c" }, Dates("a", "b", "c", "d", "e"))).Id);

    [Fact]
    public void Une_fiche_qui_quitte_son_groupe_reprend_son_identifiant()
    {
        // {a, b, c} anchored by a is split: a leaves.
        var avant = new Dictionary<string, string> { ["a"] = "a", ["b"] = "a", ["c"] = "a" };
        var ancre = Assert.Single(StabiliteDesGroupes.Ancrer([["b", "c"]], avant, Dates("a", "b", "c")));
        Assert.Equal("b", ancre.Id);
        var redirections = StabiliteDesGroupes.Rediriger(new Dictionary<string, string> { ["b"] = "a", ["c"] = "a" }, new Dictionary<string, string> { ["a"] = "a", ["b"] = "b", ["c"] = "b" }, avant);
        Assert.Equal(new Dictionary<string, string> { ["c"] = "b" }, redirections);
    }

    [Fact]
    public void L_identifiant_d_une_fiche_retiree_mene_a_ce_qui_reste_de_son_groupe()
    {
        var redirections = StabiliteDesGroupes.Rediriger(new Dictionary<string, string> { ["b"] = "a" }, new Dictionary<string, string> { ["b"] = "b" }, new Dictionary<string, string> { ["a"] = "a", ["b"] = "a" });
        Assert.Equal(new Dictionary<string, string> { ["a"] = "b" }, redirections);
    }

    [Fact]
    public void Une_redirection_de_redirection_mene_droit_au_but()
    {
        var redirections = StabiliteDesGroupes.Rediriger(new Dictionary<string, string> { ["vieux"] = "b" }, new Dictionary<string, string> { ["b"] = "c", ["c"] = "c" }, new Dictionary<string, string> { ["b"] = "b", ["c"] = "c" });
        Assert.Equal(new Dictionary<string, string> { ["vieux"] = "c", ["b"] = "c" }, redirections);
    }

    [Fact]
    public void De_nuit_en_nuit_tout_identifiant_public_mene_a_un_lieu() =>
        Prop.ForAll(Gen.Choose(0, 5).ArrayOf(8).ArrayOf(6).ToArbitrary(), nuits =>
        {
            string[] fiches = ["a", "b", "c", "d", "e", "f", "g", "h"];
            var (publicAvant, redirections) = (fiches.ToDictionary(f => f), (IReadOnlyDictionary<string, string>)new Dictionary<string, string>());
            foreach (var nuit in nuits)
            {
                var groupeAvant = publicAvant.GroupBy(p => p.Value).Where(g => g.Count() > 1).SelectMany(g => g).ToDictionary(p => p.Key, p => p.Value);
                var groupes = fiches.Zip(nuit).GroupBy(p => p.Second, p => p.First).Where(g => g.Count() > 1).Select(g => g.ToList()).ToList();
                var publicDe = fiches.ToDictionary(f => f);
                foreach (var ancre in StabiliteDesGroupes.Ancrer(groupes, groupeAvant, Dates(fiches)))
                {
                    Assert.Contains(ancre.Id, ancre.Fiches);
                    foreach (var fiche in ancre.Fiches)
                    {
                        publicDe[fiche] = ancre.Id;
                    }
                }

                redirections = StabiliteDesGroupes.Rediriger(redirections, publicDe, publicAvant);
                foreach (var fiche in fiches)
                {
                    var publie = redirections.GetValueOrDefault(fiche, fiche);
                    Assert.Equal(publie, publicDe[publie]);
                    Assert.Equal(publicDe[fiche], publie);
                }

                // The same groups again change nothing.
                var encore = StabiliteDesGroupes.Ancrer(groupes, publicDe.Where(p => groupes.Any(g => g.Contains(p.Key))).ToDictionary(p => p.Key, p => p.Value), Dates(fiches));
                Assert.All(encore, a => Assert.Equal(a.Id, publicDe[a.Fiches[0]]));
                publicAvant = publicDe;
            }
        }).QuickCheckThrowOnFailure();

    private static readonly Dictionary<string, string> Rien = [];

    private static Dictionary<string, DateTimeOffset> Dates(params string[] fiches) => fiches.Select((f, i) => (f, i)).ToDictionary(p => p.f, p => Jour.AddDays(p.i));
}
