using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Territoires;

/// <summary>Names that sound alike have one key; others have not.</summary>
public sealed class SonsTests
{
    [Theory]
    [InlineData("bordo", "Bordeaux")]
    [InlineData("lion", "Lyon")]
    [InlineData("nim", "Nîmes")]
    [InlineData("renne", "Rennes")]
    [InlineData("strassbour", "Strasbourg", false)]
    [InlineData("mulouz", "Mulhouse")]
    [InlineData("kréteil", "Créteil")]
    [InlineData("chambéri", "Chambéry")]
    [InlineData("filipsbour", "Philippsbourg", false)]
    [InlineData("filipsbourg", "Philippsbourg")]
    [InlineData("paris", "Pau", false)]
    [InlineData("lens", "lons", false)]
    public void Ce_qui_s_entend_pareil_se_ressemble(string ecrit, string nom, bool pareil = true) =>
        Assert.Equal(pareil, Sons.Cle(TexteRecherche.Normaliser(ecrit)) == Sons.Cle(TexteRecherche.Normaliser(nom)));

    [Fact]
    public void N_importe_quel_texte_a_une_cle_qui_n_est_pas_plus_longue() =>
        Prop.ForAll<string?>(texte => Sons.Cle(TexteRecherche.Normaliser(texte)).Length <= TexteRecherche.Normaliser(texte).Length).QuickCheckThrowOnFailure();
}
