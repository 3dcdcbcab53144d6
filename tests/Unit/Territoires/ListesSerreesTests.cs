using FaireAvec.Territoires.Domain;

namespace FaireAvec.Tests.Unit.Territoires;

public class ListesSerreesTests
{
    [Fact]
    public void Chaque_cle_a_ses_nombres_dans_l_ordre_donne()
    {
        var hasard = new Random(5);
        for (var essai = 0; essai < 200; essai++)
        {
            var cles = hasard.Next(1, 40);
            var couples = Enumerable.Range(0, hasard.Next(0, 120)).Select(_ => (Cle: hasard.Next(cles), Valeur: hasard.Next())).ToArray();
            var listes = new ListesSerrees(cles, couples);
            for (var cle = 0; cle < cles; cle++)
            {
                Assert.Equal(couples.Where(c => c.Cle == cle).Select(c => c.Valeur), listes[cle].ToArray());
            }

            var (premiere, apres) = (hasard.Next(cles), cles);
            Assert.Equal(couples.Where(c => c.Cle >= premiere).OrderBy(c => c.Cle).Select(c => c.Valeur), listes.Entre(premiere, apres).ToArray());
        }
    }

    [Fact]
    public void Plus_de_nombres_qu_elles_n_en_peuvent_tenir_sont_refuses()
    {
        Assert.Equal(ushort.MaxValue, new ListesSerrees(1, new (int, int)[ushort.MaxValue])[0].Length);
        Assert.Throws<InvalidDataException>(() => new ListesSerrees(1, new (int, int)[ushort.MaxValue + 1]));
    }
}
