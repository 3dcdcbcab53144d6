using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class FreinDesCartesTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 15)]
    [InlineData(6, 30)]
    [InlineData(10, 480)]
    [InlineData(11, 900)]
    [InlineData(1000, 900)]
    public void L_attente_double_jusqu_a_un_quart_d_heure(int echecs, int? secondes) => Assert.Equal(secondes, (int?)FreinDesCartes.Delai(echecs, FreinDesCartes.Libres)?.TotalSeconds);

    [Fact]
    public void Douze_heures_sans_echec_font_oublier()
    {
        var frein = new FreinDesCartes { Cle = [1] };
        for (var i = 0; i < 6; i++)
        {
            frein.Compter(Maintenant, FreinDesCartes.Libres);
        }

        Assert.Equal(TimeSpan.FromSeconds(30), frein.Attente(Maintenant));
        frein.Compter(Maintenant.AddHours(13), FreinDesCartes.Libres);
        Assert.Equal(1, frein.Echecs);
        Assert.Null(frein.Attente(Maintenant.AddHours(13)));
    }

    // At the pace that the brake leaves, a year of tries against one number covers a thirty-thousandth of the secrets.
    [Fact]
    public void Un_an_d_essais_sur_un_numero_ne_mene_a_rien()
    {
        var essais = 365.0 * 24 * 60 / FreinDesCartes.AttenteMax.TotalMinutes;
        Assert.True(essais / Math.Pow(AlphabetDesCartes.Signes.Length, SecretDeCarte.Longueur) < 1.0 / 30_000);
    }
}
