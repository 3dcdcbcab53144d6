using FaireAvec.Accompagnement.Domain.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Imports;

/// <summary>Why figures differ: the causes add up to the difference, whatever the acts.</summary>
public class EcartsDesChiffresTests
{
    [Fact]
    public void La_somme_des_causes_est_l_ecart_exactement()
    {
        var ids = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToArray();
        var mesures = from a in Gen.Choose(0, 5) from m in Gen.Choose(0, 300) select new Mesures(1, a, m);
        var laBas = from m in mesures
                    from cause in Gen.Elements(CauseDEcart.Refusee, CauseDEcart.Future, CauseDEcart.DUnAutre, CauseDEcart.PasReprise, CauseDEcart.DoubleADecider, CauseDEcart.SupprimeeIci)
                    from id in Gen.Choose(-6, ids.Length - 1)
                    select new ActeLaBas(m, cause, id < 0 ? null : ids[id]);
        var ici = from combien in Gen.Choose(0, ids.Length)
                  from ms in mesures.ArrayOf(combien)
                  from dedans in Gen.Elements(true, true, true, false).ArrayOf(combien)
                  from deLOutil in Gen.Elements(true, false).ArrayOf(combien)
                  select ms.Select((m, i) => new ActeIci(ids[i], m, dedans[i], deLOutil[i])).ToArray();
        var cas = from l in laBas.ArrayOf() from i in ici select (l, i);
        Prop.ForAll(cas.ToArbitrary(), c =>
        {
            var ecarts = EcartsDesChiffres.Calculer(c.l, c.i);
            var somme = ecarts.Causes.Aggregate(default(Mesures), (s, x) => s + x.Effet);
            return ecarts.LaBas == c.l.Aggregate(default(Mesures), (s, x) => s + x.Mesures)
                && ecarts.Ici == c.i.Where(a => a.DansLaPeriode).Aggregate(default(Mesures), (s, x) => s + x.Mesures)
                && ecarts.Ici - ecarts.LaBas == somme
                && ecarts.Causes.All(x => x.Nombre > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Les_memes_actes_n_ont_aucun_ecart()
    {
        var id = Guid.CreateVersion7();
        Assert.Empty(EcartsDesChiffres.Calculer([new(new(1, 4, 90), CauseDEcart.PasReprise, id)], [new(id, new(1, 4, 90), true, true)]).Causes);
    }
}
