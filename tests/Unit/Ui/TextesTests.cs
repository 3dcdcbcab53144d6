using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FaireAvec.Ui.Ressources;

namespace FaireAvec.Tests.Unit.Ui;

public sealed class TextesTests
{
    public static TheoryData<string> Noms => [.. typeof(Textes).GetMembers(BindingFlags.Public | BindingFlags.Static).Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false }).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Noms))]
    public void EveryText_ExistsInBothLanguagesWithTheSameHoles(string nom)
    {
        var francais = Textes.DansLaLangue(nom, CultureInfo.GetCultureInfo("fr-FR"));
        var anglais = Textes.DansLaLangue(nom, CultureInfo.GetCultureInfo("en"));

        Assert.False(string.IsNullOrWhiteSpace(francais));
        Assert.False(string.IsNullOrWhiteSpace(anglais));
        Assert.Equal(Trous(francais), Trous(anglais));
        Assert.DoesNotContain('\'', francais);
        Assert.DoesNotMatch(@" [;:?!»]", francais);
    }

    [Fact]
    public void AnotherLanguage_FallsBackOnFrench() => Assert.Equal("Modifier", Textes.DansLaLangue("Modifier", CultureInfo.GetCultureInfo("de")));

    private static string Trous(string texte) => string.Concat(Regex.Matches(texte, @"\{\d\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Order(StringComparer.Ordinal));
}
