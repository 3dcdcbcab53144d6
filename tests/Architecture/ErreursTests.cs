using FaireAvec.Kernel.Resultats;
using FaireAvec.Tests.Architecture.Regles;

namespace FaireAvec.Tests.Architecture;

/// <summary>The code of an error is its own, in the whole product.</summary>
public sealed class ErreursTests
{
    [Fact]
    public void Chaque_code_d_erreur_n_a_qu_une_phrase()
    {
        var erreurs = ReglesDesErreurs.Declarees(Assemblages.DuProduit.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters));
        Assert.True(erreurs.Count > 200, $"Only {erreurs.Count} errors.");
        Assert.Empty(ReglesDesErreurs.EnDouble(erreurs));
    }

    [Fact]
    public void Chaque_code_d_erreur_mord() =>
        Assert.Equal(["TST-001: ErreursFautives.Autre, ErreursFautives.Une"], ReglesDesErreurs.EnDouble(ReglesDesErreurs.Declarees([typeof(ErreursFautives)])));

    private static class ErreursFautives
    {
        public static readonly Erreur Une = new("TST-001", "Une phrase.");
        public static readonly Erreur Autre = new("TST-001", "Une autre.");
        public static readonly Erreur Juste = new("TST-002", "Encore une.");
    }
}
