using FaireAvec.Cartographie.Domain.Integration;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Integration;

/// <summary>The colours of the search in other sites: whatever they ask for, it can be read.</summary>
public class ThemeDIntegrationTests
{
    [Theory]
    [InlineData("#0b4f5c", "#0b4f5c")]
    [InlineData("0B4F5C", "#0b4f5c")]
    [InlineData(" #fff ", "#ffffff")]
    [InlineData("a3c", "#aa33cc")]
    public void Une_couleur_se_lit_en_trois_ou_six_chiffres(string texte, string attendue) => Assert.Equal(attendue, Couleur.Lire(texte)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("rouge")]
    [InlineData("12345")]
    [InlineData("#1234567")]
    [InlineData("-12345")]
    [InlineData("+12")]
    [InlineData(" 1 2")]
    [InlineData("fff;}body{display:none")]
    [InlineData("url(x)")]
    [InlineData("١٢٣")]
    public void Ce_qui_n_est_pas_une_couleur_n_est_pas_lu(string? texte) => Assert.Null(Couleur.Lire(texte));

    [Fact]
    public void Le_contraste_est_celui_de_la_norme()
    {
        Assert.Equal(21, Couleur.Noir.Contraste(Couleur.Blanc), 6);
        Assert.Equal(1, Couleur.Noir.Contraste(Couleur.Noir), 6);
        Assert.Equal(4.48, Couleur.Lire("777777")!.Value.Contraste(Couleur.Blanc), 2);
        Assert.Equal(4.54, Couleur.Lire("767676")!.Value.Contraste(Couleur.Blanc), 2);
    }

    [Fact]
    public void Sans_rien_les_couleurs_sont_les_notres()
    {
        var theme = ThemeDIntegration.De(null, null, null);
        Assert.Equal(("#ffffff", "#17252a", "#0b4f5c", "#ffffff"), ($"{theme.Fond}", $"{theme.Texte}", $"{theme.Accent}", $"{theme.SurAccent}"));
        Assert.Empty(theme.Remplacees);
    }

    [Fact]
    public void Une_couleur_qui_ne_se_lit_pas_est_remplacee_et_dite()
    {
        var theme = ThemeDIntegration.De(Couleur.Lire("fff"), Couleur.Lire("ccc"), Couleur.Lire("ffe000"));
        Assert.Equal(["texte", "couleur"], theme.Remplacees);
        Assert.Equal(("#17252a", "#0b4f5c"), ($"{theme.Texte}", $"{theme.Accent}"));
        // On a dark ground, ours aren't readable either.
        var sombre = ThemeDIntegration.De(Couleur.Lire("102030"), null, null);
        Assert.Equal(("#ffffff", "#ffffff", "#000000"), ($"{sombre.Texte}", $"{sombre.Accent}", $"{sombre.SurAccent}"));
        Assert.Empty(sombre.Remplacees);
    }

    [Fact]
    public void Quelles_que_soient_les_couleurs_demandees_tout_se_lit() => Prop.ForAll<byte[], byte[], byte[]>((a, b, c) =>
    {
        var (fond, texte, accent) = (Faire(a), Faire(b), Faire(c));
        var theme = ThemeDIntegration.De(fond, texte, accent);
        return theme.Texte.Contraste(theme.Fond) >= ThemeDIntegration.Minimum
            && theme.Accent.Contraste(theme.Fond) >= ThemeDIntegration.Minimum
            && theme.SurAccent.Contraste(theme.Accent) >= ThemeDIntegration.Minimum
            && theme.Fond == fond
            && theme.Remplacees.Contains("texte") == (texte.Contraste(fond) < ThemeDIntegration.Minimum);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Une_couleur_ecrite_se_relit() => Prop.ForAll<byte[]>(octets => Couleur.Lire(Faire(octets).ToString()) == Faire(octets)).QuickCheckThrowOnFailure();

    // Three numbers of which each may be anything, whatever comes.
    private static Couleur Faire(byte[]? octets) => new(octets?.ElementAtOrDefault(0) ?? 0, octets?.ElementAtOrDefault(1) ?? 0, octets?.ElementAtOrDefault(2) ?? 0);
}
