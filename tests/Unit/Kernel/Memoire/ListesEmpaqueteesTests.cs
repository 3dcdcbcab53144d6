using FaireAvec.Kernel.Memoire;

namespace FaireAvec.Tests.Unit.Kernel.Memoire;

public class ListesEmpaqueteesTests
{
    [Fact]
    public void Chaque_cle_a_ses_nombres_dans_l_ordre_donne()
    {
        var hasard = new Random(5);
        for (var essai = 0; essai < 200; essai++)
        {
            var cles = hasard.Next(1, 40);
            var couples = Enumerable.Range(0, hasard.Next(0, 120)).Select(_ => (Cle: hasard.Next(cles), Valeur: hasard.Next())).ToArray();
            var listes = new ListesEmpaquetees(cles, couples);
            for (var cle = 0; cle < cles; cle++)
            {
                Assert.Equal(couples.Where(c => c.Cle == cle).Select(c => c.Valeur), listes[cle].ToArray());
            }

            var (premiere, apres) = (hasard.Next(cles), cles);
            Assert.Equal(couples.Where(c => c.Cle >= premiere).OrderBy(c => c.Cle).Select(c => c.Valeur), listes.Entre(premiere, apres).ToArray());
        }
    }

    [Fact]
    public void Chaque_cle_a_ses_rangs_dans_l_ordre()
    {
        var hasard = new Random(6);
        var cles = Enumerable.Range(0, 100_000).Select(_ => hasard.Next(50)).ToArray();
        var listes = new ListesEmpaquetees(51, cles);
        Assert.Equal(51, listes.Nombre);
        for (var cle = 0; cle <= 50; cle++)
        {
            Assert.Equal(Enumerable.Range(0, cles.Length).Where(r => cles[r] == cle), listes[cle].ToArray());
        }
    }
}
