using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>Small counts aren't shown, and can't be found again, even by somebody who knows how they are hidden.</summary>
public class ListeMasqueeTests
{
    [Fact]
    public void Un_petit_nombre_se_cache_avec_le_plus_petit_des_autres()
    {
        Assert.Equal([null, null, 40], ListeMasquee.De([5, 20, 40]).Valeurs);
        Assert.Equal(65, ListeMasquee.De([5, 20, 40]).Total);
        Assert.Equal([20, 40, 0], ListeMasquee.De([20, 40, 0]).Valeurs);
        Assert.Equal([null, null, 0, 30], ListeMasquee.De([8, 9, 0, 30]).Valeurs);
    }

    [Fact]
    public void Un_petit_total_cache_tout()
    {
        var liste = ListeMasquee.De([4, 0, 6]);
        Assert.Null(liste.Total);
        Assert.All(liste.Valeurs, v => Assert.Null(v));
        Assert.Equal(new int?[] { 0, 0 }, ListeMasquee.De([0, 0]).Valeurs);
        Assert.Equal(0, ListeMasquee.De([]).Total);
    }

    [Fact]
    public void Deux_dix_se_devineraient()
    {
        // Two hidden, 20 in all, both at most 10: both would be 10.
        Assert.Null(ListeMasquee.De([10, 10]).Total);
        Assert.Equal([null, null, null], ListeMasquee.De([10, 10, 50]).Valeurs);
    }

    [Fact]
    public void Aucun_petit_nombre_ne_se_montre() => Prop.ForAll(Gen.Choose(0, 40).ArrayOf().ToArbitrary(), valeurs =>
    {
        var liste = ListeMasquee.De(valeurs);
        Assert.DoesNotContain(liste.Valeurs, v => v is > 0 and < ListeMasquee.Seuil);
        Assert.False(liste.Total is > 0 and < ListeMasquee.Seuil);
        Assert.All(liste.Valeurs.Zip(valeurs), p => Assert.True(p.First is null || p.First == p.Second));
        if (liste.Total is { } total && liste.Valeurs.Contains(null))
        {
            Assert.True(liste.Valeurs.Count(v => v is null) >= 2);
            Assert.True(total - liste.Valeurs.Sum(v => v ?? 0) >= ListeMasquee.Seuil);
        }
    }).Check(Tirages.Mille);

    /// <summary>
    /// Every list of so many counts up to a total is published; those that look the same once published are put together. A hidden count that is the same
    /// in all of them would be known: none is.
    /// </summary>
    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 90)]
    [InlineData(3, 60)]
    [InlineData(4, 36)]
    public void Qui_connait_la_regle_ne_retrouve_aucun_nombre(int nombre, int totalMax)
    {
        var parPublication = new Dictionary<string, (int Combien, int[] Premier, bool[] Varie)>(StringComparer.Ordinal);
        foreach (var valeurs in Toutes(nombre, totalMax))
        {
            var liste = ListeMasquee.De(valeurs);
            if (!liste.Valeurs.Contains(null))
            {
                continue;
            }

            var cle = $"{liste.Total}|{string.Join(',', liste.Valeurs)}";
            if (!parPublication.TryGetValue(cle, out var connu))
            {
                parPublication[cle] = connu = (0, valeurs, new bool[nombre]);
            }

            for (var i = 0; i < nombre; i++)
            {
                connu.Varie[i] |= valeurs[i] != connu.Premier[i];
            }

            parPublication[cle] = connu with { Combien = connu.Combien + 1 };
        }

        Assert.NotEmpty(parPublication);
        Assert.All(parPublication, p =>
        {
            for (var i = 0; i < nombre; i++)
            {
                Assert.True(p.Value.Varie[i] || ListeMasquee.De(p.Value.Premier).Valeurs[i] is not null, $"{p.Key} can only be {string.Join(',', p.Value.Premier)}");
            }
        });
    }

    private static IEnumerable<int[]> Toutes(int nombre, int reste)
    {
        if (nombre == 0)
        {
            return [[]];
        }

        return Enumerable.Range(0, reste + 1).SelectMany(v => Toutes(nombre - 1, reste - v).Select(s => (int[])[v, .. s]));
    }

    [Fact]
    public void Un_taux_ne_trahit_pas_une_poignee_de_personnes()
    {
        Assert.False(new Proportion(5, 10).Publiable);
        Assert.False(new Proportion(3, 50).Publiable);
        Assert.False(new Proportion(47, 50).Publiable);
        Assert.True(new Proportion(0, 50).Publiable);
        Assert.True(new Proportion(50, 50).Publiable);
        Assert.True(new Proportion(25, 50).Publiable);
    }
}
