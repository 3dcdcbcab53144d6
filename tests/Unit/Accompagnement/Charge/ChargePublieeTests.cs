using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Tests.Unit.Accompagnement.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Charge;

public class ChargePublieeTests
{
    [Fact]
    public void Un_nombre_de_un_a_dix_ne_se_montre_pas_ni_ne_se_retrouve()
    {
        var c = ChargePubliee.De(2026, [Compte("caf", 40), Compte("ameli", 5), Compte("ants", 20)], [Compte("en_panne", 65), Compte("compte_bloque", 0)], [Compte("2026-01", 65)]);
        Assert.Equal(65, c.Actes);
        Assert.Equal([("caf", 40), ("ameli", null), ("ants", null)], c.Services.Select(s => (s.Code, s.Actes)));
        Assert.Equal([65, 0], c.Causes.Select(x => x.Actes));
    }

    // 10 and 10 can only be 20: the list hides its total, and the other lists would give it back.
    [Fact]
    public void Quand_une_liste_cache_son_total_rien_de_l_annee_ne_se_montre()
    {
        var c = ChargePubliee.De(2026, [Compte("caf", 10), Compte("ameli", 10)], [Compte("en_panne", 20)], [Compte("2026-01", 20)]);
        Assert.Null(c.Actes);
        Assert.All(c.Services.Concat(c.Causes).Concat(c.Mois), l => Assert.Equal((null, null), (l.Actes, l.Minutes)));
    }

    [Fact]
    public void Des_minutes_que_peu_d_actes_disent_ne_se_montrent_pas()
    {
        var c = ChargePubliee.De(2026, [new("caf", 40, 3, 45), new("ameli", 30, 30, 900), new("ants", 30, 25, 700)], [new("en_panne", 100, 58, 1645)], [new("2026-01", 100, 58, 1645)]);
        Assert.Equal((100, 1645, 42), (c.Actes, c.Minutes, c.ActesSansMinutes));
        Assert.Equal([("caf", 40, null), ("ameli", 30, 900L), ("ants", 30, null)], c.Services.Select(s => (s.Code, s.Actes, s.Minutes)));
    }

    [Fact]
    public void Des_minutes_que_personne_ne_dit_ne_valent_pas_zero() =>
        Assert.Null(ChargePubliee.De(2026, [new("caf", 40, 0, 0)], [new("en_panne", 40, 0, 0)], [new("2026-01", 40, 0, 0)]).Minutes);

    [Fact]
    public void Une_annee_vide_vaut_zero() => Assert.Equal((0, null), (ChargePubliee.De(2026, [], [Compte("en_panne", 0)], [Compte("2026-01", 0)]).Actes, ChargePubliee.De(2026, [], [], []).Minutes));

    // Whatever the acts: nothing small is shown, and what is hidden of a list is never one line alone, nor ten together.
    [Fact]
    public void Rien_de_petit_ne_sort_quels_que_soient_les_actes() => Prop.ForAll(
        Gen.Choose(0, 71).ArrayOf(120).ToArbitrary(),
        tirages =>
        {
            // Service, cause and month of an act, and whether it says how long.
            var actes = tirages.Select(t => (Codes: (string[])[$"s{t % 4}", $"c{t / 4 % 3}", $"2026-{(t / 12 % 3) + 1:00}"], Dit: t < 36)).ToList();
            var listes = Enumerable.Range(0, 3).Select(d => Grouper(actes, d)).ToList();
            var c = ChargePubliee.De(2026, listes[0], listes[1], listes[2]);
            foreach (var (publiee, comptes) in new[] { (c.Services, listes[0]), (c.Causes, listes[1]), (c.Mois, listes[2]) })
            {
                Assert.DoesNotContain(publiee, l => l.Actes is > 0 and < ListeMasquee.Seuil);
                Assert.All(publiee, l => Assert.True(l.Minutes is null || (l.Actes is not null && comptes.Single(x => x.Code == l.Code).ActesAvecMinutes >= ListeMasquee.Seuil)));
                if (c.Actes is null)
                {
                    Assert.All(publiee, l => Assert.Null(l.Actes));
                }
                else
                {
                    var reste = c.Actes - publiee.Sum(l => l.Actes ?? 0);
                    Assert.True(publiee.Count(l => l.Actes is null) switch { 0 => reste == 0, 1 => false, _ => reste >= ListeMasquee.Seuil });
                }

                if (c.Minutes is not null)
                {
                    Assert.NotEqual(1, publiee.Count(l => l.Minutes is null && comptes.Single(x => x.Code == l.Code).ActesAvecMinutes > 0));
                }
            }
        }).Check(Tirages.Mille);

    private static CompteDeCharge Compte(string code, int actes) => new(code, actes, actes, actes * 10L);

    private static List<CompteDeCharge> Grouper(IEnumerable<(string[] Codes, bool Dit)> actes, int dimension) =>
        [.. actes.GroupBy(a => a.Codes[dimension], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CompteDeCharge(g.Key, g.Count(), g.Count(a => a.Dit), g.Count(a => a.Dit) * 10L))];
}
