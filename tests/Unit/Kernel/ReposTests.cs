using FaireAvec.Kernel.Exploitation;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>When a server gives memory back.</summary>
public class ReposTests
{
    private const long Mio = 1L << 20;

    [Theory]
    // At rest: once after the start, then when enough was asked for.
    [InlineData(0.1, 5, 80, true, true)]
    [InlineData(0.1, 5, 80, false, false)]
    [InlineData(0.1, 64, 80, false, true)]
    [InlineData(0.45, 64, 80, false, true)]
    // It works: somebody would wait.
    [InlineData(0.46, 64, 80, false, false)]
    [InlineData(9, 900, 80, true, false)]
    // Too much to look at.
    [InlineData(0.1, 900, 257, false, false)]
    [InlineData(0.1, 900, 1300, true, false)]
    public void On_rend_au_repos_ce_qui_vaut_la_peine(double secondesDeProcesseur, long alloue, long vivant, bool apresLeDemarrage, bool rend) =>
        Assert.Equal(rend, new Repos(TimeSpan.FromSeconds(secondesDeProcesseur), TimeSpan.FromSeconds(15), alloue * Mio, vivant * Mio, apresLeDemarrage).FautRendre);
}
