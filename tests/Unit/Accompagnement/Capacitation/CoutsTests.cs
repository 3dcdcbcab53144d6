using FaireAvec.Accompagnement.Domain.Capacitation;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Capacitation;

/// <summary>Amounts as they are typed, periods, and a cost that isn't full.</summary>
public class CoutsTests
{
    [Theory]
    [InlineData("12450,50", 1245050L)]
    [InlineData("12 450,5 €", 1245050L)]
    [InlineData("12.5", 1250L)]
    [InlineData("0", 0L)]
    [InlineData("27,5 %", 2750L)]
    [InlineData(" 1 000 ", 100000L)]
    [InlineData("1,234", null)]
    [InlineData("1,", null)]
    [InlineData("-5", null)]
    [InlineData("+5", null)]
    [InlineData("1e3", null)]
    [InlineData("1.000,00", null)]
    [InlineData("mille", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("50000000,01", null)]
    [InlineData("999999999999999999999999999999", null)]
    [InlineData("٣", null)]
    public void Un_montant_se_lit_comme_on_l_ecrit(string? texte, long? centimes) => Assert.Equal(centimes, Nombres.Centiemes(texte, CoutDePeriode.Max));

    [Fact]
    public void Ce_qui_est_ecrit_se_relit() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), c => Assert.Equal(c, Nombres.Centiemes(Nombres.Ecrire(c), CoutDePeriode.Max))).Check(Tirages.Mille);

    [Fact]
    public void Une_periode_est_finie_et_ne_dure_pas_plus_de_trois_ans()
    {
        var jour = Tirages.Origine;
        Assert.Null(CoutDePeriode.Periode(jour.AddDays(-30), jour, jour));
        Assert.Null(CoutDePeriode.Periode(jour, jour, jour));
        Assert.Equal("ACC-174", CoutDePeriode.Periode(jour, jour.AddDays(-1), jour)!.Code);
        Assert.Equal("ACC-176", CoutDePeriode.Periode(jour, jour.AddDays(1), jour)!.Code);
        Assert.Equal("ACC-176", CoutDePeriode.Periode(DateOnly.MaxValue, DateOnly.MaxValue, jour)!.Code);
        Assert.Equal("ACC-175", CoutDePeriode.Periode(DateOnly.MinValue, jour, jour)!.Code);
        Assert.Null(CoutDePeriode.Periode(jour.AddYears(-3).AddDays(1), jour, jour));
    }

    [Fact]
    public void Un_cout_complet_a_ses_quatre_montants_et_zero_en_est_un()
    {
        CoutDePeriode C(long? kit) => new() { Id = Guid.Empty, Equipe = Guid.Empty, Auteur = Guid.Empty, Du = Tirages.Origine, Au = Tirages.Origine.AddDays(30), Poste = 100, Lieu = 20, Kit = kit, Pass = 0, NoteLe = default };
        Assert.Null(C(null).Complet);
        Assert.Equal(120, C(0).Complet!.Total);
        Assert.True(C(0).Croise(Tirages.Origine.AddDays(30), Tirages.Origine.AddDays(60)));
        Assert.False(C(0).Croise(Tirages.Origine.AddDays(31), Tirages.Origine.AddDays(60)));
    }
}
