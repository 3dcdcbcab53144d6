using FaireAvec.Territoires.Domain;

namespace FaireAvec.Tests.Unit.Territoires;

public class CodesTerritoriauxTests
{
    [Fact]
    public void Chaque_code_insee_a_un_nombre_dans_l_ordre_des_codes()
    {
        var codes = Enumerable.Range(0, 100_000).Select(n => $"{n:00000}")
            .Concat(Enumerable.Range(0, 1_000).SelectMany(n => new[] { $"2A{n:000}", $"2B{n:000}" }))
            .Order(StringComparer.Ordinal).ToArray();
        var numeros = Array.ConvertAll(codes, c => CodesTerritoriaux.Lire(c));
        Assert.Equal(numeros.Distinct().Order(), numeros);
        Assert.All(numeros, n => Assert.InRange(n, 0, CodesTerritoriaux.Numeros - 1));
        Assert.Equal(codes, numeros.Select(CodesTerritoriaux.Ecrire));
        Assert.Equal(CodesTerritoriaux.Lire("2A004"), CodesTerritoriaux.Lire("2a004"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1001")]
    [InlineData("010011")]
    [InlineData("1A001")]
    [InlineData("2C001")]
    [InlineData("+1001")]
    [InlineData("0100a")]
    [InlineData("٠١٠٠١")]
    public void Un_texte_qui_n_est_pas_un_code_n_a_pas_de_nombre(string texte)
    {
        Assert.Equal(-1, CodesTerritoriaux.Lire(texte));
        Assert.Equal(-1, CodesTerritoriaux.LireCodePostal(texte));
    }

    [Theory]
    [InlineData("00000", 0)]
    [InlineData("01000", 1_000)]
    [InlineData("98999", 98_999)]
    [InlineData("2A004", -1)]
    public void Un_code_postal_est_un_nombre(string code, int attendu) => Assert.Equal(attendu, CodesTerritoriaux.LireCodePostal(code));
}
