using FaireAvec.Comptes.Conditions;

namespace FaireAvec.Tests.Unit.Comptes.Membres;

/// <summary>The terms: which are in force on a day; and that a text that people accepted stays what they accepted.</summary>
public class VersionsDesConditionsTests
{
    [Theory]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", "1.0")]
    [InlineData("2026-11-30", "1.0")]
    [InlineData("2026-12-01", "1.1")]
    [InlineData("2099-01-01", "1.1")]
    public void Celle_en_vigueur_est_la_derniere_commencee(string jour, string? cle) =>
        Assert.Equal(cle, VersionsDesConditions.DuProduit().EnVigueur(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture))?.Cle);

    // Of a version in force this line is never changed: write another version, with its day.
    [Theory]
    [InlineData("1.0", "E43E4A1586D58DCB1242CC27A262664583CBD8128C2BA83B222A511C2F76DE1C")]
    [InlineData("1.1", "9021BD54863CF8B5B4300D1223A4ECD11312CC20FFF3F136962948CF3758C8DF")]
    public void Un_texte_accepte_ne_change_plus(string cle, string empreinte) =>
        Assert.Equal(empreinte, Convert.ToHexString(VersionsDesConditions.DuProduit().Toutes.Single(v => v.Cle == cle).Empreinte));
}
