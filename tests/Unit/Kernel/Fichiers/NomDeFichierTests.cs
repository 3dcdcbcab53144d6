using FaireAvec.Kernel.Fichiers;

namespace FaireAvec.Tests.Unit.Kernel.Fichiers;

/// <summary>Names of files come from anywhere, and are shown.</summary>
public sealed class NomDeFichierTests
{
    [Theory]
    [InlineData("export.csv", "export.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\Exemple\mes actes.xlsx", "mes actes.xlsx")]
    [InlineData("photo\u202efdp.exe", "photofdp.exe")]
    [InlineData("a\0b\r\nc\u200b.csv", "abc.csv")]
    [InlineData("\u2066liste\u2069.ods", "liste.ods")]
    [InlineData("", "fichier")]
    [InlineData("..", "fichier")]
    [InlineData("/", "fichier")]
    [InlineData(null, "fichier")]
    public void Un_nom_est_montre_sans_ce_qui_trompe(string? nom, string attendu) => Assert.Equal(attendu, NomDeFichier.Propre(nom, 120));

    [Theory]
    [InlineData(20, ".xlsx")]
    [InlineData(120, ".xlsx")]
    public void Un_nom_trop_long_garde_sa_fin(int max, string extension)
    {
        var court = NomDeFichier.Propre(new string('a', 500) + extension, max);
        Assert.True(court.Length <= max);
        Assert.EndsWith("…" + extension, court, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_paire_n_est_jamais_coupee()
    {
        var court = NomDeFichier.Propre(string.Concat(Enumerable.Repeat("😀", 100)), 20);
        Assert.DoesNotContain(court, c => char.IsSurrogate(c) && court.Count(char.IsHighSurrogate) != court.Count(char.IsLowSurrogate));
    }
}
