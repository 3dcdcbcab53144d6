using FaireAvec.Kernel.Normes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Kernel.Normes;

/// <summary>Numbers that can receive a short message, in one form whatever people type.</summary>
public class NumeroDeMobileTests
{
    [Theory]
    [InlineData("06 39 98 01 02", null, "+33639980102")]
    [InlineData("0639980102", "976", "+33639980102")]
    [InlineData("07.57.00.00.00", null, "+33757000000")]
    [InlineData("+33 (0)6 39 98 01 02", null, "+33639980102")]
    [InlineData("0033639980102", null, "+33639980102")]
    [InlineData("+33 06 39 98 01 02", null, "+33639980102")]
    [InlineData("0690 12 34 56", null, "+590690123456")]
    [InlineData("0696 12 34 56", null, "+596696123456")]
    [InlineData("0694 12 34 56", null, "+594694123456")]
    [InlineData("0692 12 34 56", null, "+262692123456")]
    [InlineData("0639 12 34 56", null, "+262639123456")]
    [InlineData("+262 692 12 34 56", null, "+262692123456")]
    [InlineData("87 12 34 56", "987", "+68987123456")]
    [InlineData("+689 87 12 34 56", null, "+68987123456")]
    [InlineData("75 12 34", "988", "+687751234")]
    [InlineData("+352 621 123 456", null, "+352621123456")]
    public void Un_portable_s_ecrit_en_E164(string saisi, string? departement, string attendu) => Assert.Equal(attendu, NumeroDeMobile.Lire(saisi, departement)?.E164);

    [Theory]
    [InlineData("01 99 00 12 34")]
    [InlineData("0800 123 456")]
    [InlineData("3939")]
    [InlineData("87 12 34 56")]
    [InlineData("+1 202 555 0100")]
    [InlineData("06 39 98 01")]
    [InlineData("+++33639980102")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("٠٦٣٩٩٨٠١٠٢")]
    public void Ce_qui_n_est_pas_un_portable_d_ici_n_est_pas_lu(string? saisi) => Assert.Null(NumeroDeMobile.Lire(saisi));

    [Fact]
    public void Le_numero_ne_se_lit_pas_dans_un_journal() => Assert.Equal("+33…02", NumeroDeMobile.Lire("06 39 98 01 02")!.ToString());

    [Fact]
    public void Ce_qui_est_lu_se_relit_pareil_et_n_importe_quoi_donne_une_reponse()
    {
        var saisies = Gen.OneOf(Gen.Elements("0", "6", "39", "98", "+", "33", "(0)", " ", ".", "a", "262", "00", "é", "\0").ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>());
        Prop.ForAll(saisies.ToArbitrary(), s => NumeroDeMobile.Lire(s) is not { } lu || (NumeroDeMobile.Lire(lu.E164) == lu && lu.E164.Length is >= 10 and <= 13)).QuickCheckThrowOnFailure();
    }
}
