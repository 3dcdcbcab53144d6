using FaireAvec.Comptes.Domain;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

/// <summary>Nobody is suspended without a month of warning.</summary>
public class RegleDInactiviteTests
{
    private static readonly DateTimeOffset Vu = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private static SuiteDInactivite Suite(DateTimeOffset? averti, DateTimeOffset maintenant) => RegleDInactivite.Suite(Vu, averti, maintenant, 11, 12);

    [Fact]
    public void Onze_mois_avertissent_et_douze_suspendent()
    {
        Assert.Equal(SuiteDInactivite.Rien, Suite(null, Vu.AddMonths(11).AddTicks(-1)));
        Assert.Equal(SuiteDInactivite.Avertir, Suite(null, Vu.AddMonths(11)));
        Assert.Equal(SuiteDInactivite.Rien, Suite(Vu.AddMonths(11), Vu.AddMonths(12).AddDays(-1)));
        Assert.Equal(SuiteDInactivite.Suspendre, Suite(Vu.AddMonths(11), Vu.AddMonths(12)));
    }

    [Fact]
    public void Un_avis_en_retard_laisse_quand_meme_un_mois()
    {
        Assert.Equal(SuiteDInactivite.Avertir, Suite(null, Vu.AddMonths(20)));
        Assert.Equal(SuiteDInactivite.Rien, Suite(Vu.AddMonths(20), Vu.AddMonths(20).AddDays(20)));
        Assert.Equal(SuiteDInactivite.Suspendre, Suite(Vu.AddMonths(20), Vu.AddMonths(21)));
    }

    [Fact]
    public void Un_avis_d_avant_la_derniere_connexion_ne_compte_pas() => Assert.Equal(SuiteDInactivite.Avertir, Suite(Vu.AddDays(-1), Vu.AddMonths(13)));
}
