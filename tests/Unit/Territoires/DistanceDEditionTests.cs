using System.Text;
using FaireAvec.Territoires.Domain;

namespace FaireAvec.Tests.Unit.Territoires;

public class DistanceDEditionTests
{
    [Theory]
    [InlineData("lyon", "lyon", 0)]
    [InlineData("lyno", "lyon", 1)]
    [InlineData("lyn", "lyon", 1)]
    [InlineData("lyoon", "lyon", 1)]
    [InlineData("grenobel", "grenoble", 1)]
    [InlineData("lehavre", "le havre", 0)]
    [InlineData("abc", "xyz", 3)]
    public void La_distance_compte_les_fautes(string motif, string texte, int attendue) =>
        Assert.Equal(attendue, new DistanceDEdition(motif).Calculer(Encoding.ASCII.GetBytes(texte)).Complete);

    [Fact]
    public void La_distance_est_celle_de_la_definition()
    {
        var hasard = new Random(3);
        for (var i = 0; i < 5_000; i++)
        {
            var (a, b) = (Mot(), Mot());
            var (complete, debut) = new DistanceDEdition(a).Calculer(Encoding.ASCII.GetBytes(b));
            Assert.Equal(Lente(a, b), complete);
            Assert.Equal(Enumerable.Range(0, b.Length + 1).Min(n => Lente(a, b[..n])), debut);
        }

        string Mot() => new([.. Enumerable.Range(0, hasard.Next(1, 12)).Select(_ => (char)('a' + hasard.Next(3)))]);
    }

    private static int Lente(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
