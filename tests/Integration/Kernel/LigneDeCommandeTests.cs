using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>« faireavec … » as people type it, on a machine whose language isn't French.</summary>
public sealed class LigneDeCommandeTests
{
    private static readonly Dictionary<string, string?> SansLangue = new(StringComparer.Ordinal) { ["LANG"] = "C", ["LC_ALL"] = "C" };

    [Fact]
    public async Task L_aide_est_en_francais_quelle_que_soit_la_machine()
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["horaires", "feries", "--help"], SansLangue);
        Assert.Equal(0, programme.Code);
        Assert.Contains("Montre cette aide", programme.Sortie, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", programme.Sortie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("« abc » n’est pas un nombre entier de 1900 à 2199.", "horaires", "feries", "--annee", "abc")]
    [InlineData("« abc » n’est pas un nombre entier de 0 à 65535.", "servir", "--port", "abc")]
    [InlineData("« 65536 » n’est pas un nombre entier de 0 à 65535.", "servir", "--port", "65536")]
    [InlineData("« 12 » n’est pas un identifiant", "taches", "relancer", "12")]
    public async Task Une_valeur_fausse_est_dite_en_francais(string phrase, params string[] mots)
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(mots, SansLangue);
        Assert.Equal(1, programme.Code);
        Assert.Contains(phrase, programme.Erreurs, StringComparison.Ordinal);
    }
}
