using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class PlanDeFusionTests
{
    private static Guid A(int n) => new(n, 0, 0, new byte[8]);

    [Fact]
    public void Un_acte_des_deux_reste_une_fois_et_defaire_le_rend_aux_deux()
    {
        var plan = PlanDeFusion.Etablir([A(1), A(2)], new HashSet<Guid> { A(2), A(3) });
        Assert.Equal([A(1)], plan.Deplaces);
        Assert.Equal([A(2)], plan.Doubles);
        var (aRetirer, aRendre) = plan.Defaire(new HashSet<Guid> { A(1), A(2), A(3) });
        Assert.Equal([A(1)], aRetirer);
        Assert.Equal([A(1), A(2)], aRendre);
    }

    [Fact]
    public void Un_acte_corrige_entre_temps_n_est_rendu_a_personne()
    {
        var plan = PlanDeFusion.Etablir([A(1), A(2)], new HashSet<Guid> { A(2) });
        var (aRetirer, aRendre) = plan.Defaire(new HashSet<Guid> { A(2) });
        Assert.Empty(aRetirer);
        Assert.Equal([A(2)], aRendre);
    }

    // Any number of people joined into the first, with any acts, new ones in between: undone from the last, each has again what it had, and the kept one also what came since.
    [Fact]
    public void Defaire_de_la_derniere_a_la_premiere_rend_a_chacun_ce_qu_il_avait() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[][]>(), lots =>
        {
            var personnes = lots.Take(6).Select(l => (l ?? []).Select(b => A(b % 12)).ToHashSet()).Prepend([A(1), A(5)]).ToList();
            var avant = personnes.Select(p => p.ToHashSet()).ToList();
            var cible = personnes[0];
            var plans = new List<(int Source, PlanDeFusion Plan)>();
            var nouveaux = new HashSet<Guid>();
            for (var i = 1; i < personnes.Count; i++)
            {
                var plan = PlanDeFusion.Etablir(personnes[i], cible);
                cible.UnionWith(plan.Deplaces);
                personnes[i].Clear();
                plans.Add((i, plan));
                cible.Add(A(100 + i));
                nouveaux.Add(A(100 + i));
            }

            var unis = avant.SelectMany(p => p).ToHashSet();
            var comptesUneFois = cible.SetEquals(unis.Union(nouveaux));
            foreach (var (source, plan) in plans.AsEnumerable().Reverse())
            {
                var (aRetirer, aRendre) = plan.Defaire(cible);
                cible.ExceptWith(aRetirer);
                personnes[source].UnionWith(aRendre);
            }

            return comptesUneFois && cible.SetEquals(avant[0].Union(nouveaux)) && Enumerable.Range(1, personnes.Count - 1).All(i => personnes[i].SetEquals(avant[i]));
        }).QuickCheckThrowOnFailure();
}
