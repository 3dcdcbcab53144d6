using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Comptes.Ressources;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>What visitors read of the providers of identity is whole in both languages.</summary>
public sealed partial class MotsOidcTests
{
    [Fact]
    public void Les_deux_langues_disent_les_memes_choses()
    {
        var (francais, anglais) = (Lire(CultureInfo.InvariantCulture), Lire(CultureInfo.GetCultureInfo("en")));
        Assert.Equal(francais.Keys.Order(StringComparer.Ordinal), anglais.Keys.Order(StringComparer.Ordinal));
        Assert.All(francais, p => Assert.Equal(Emplacement().Matches(p.Value).Select(m => m.Value), Emplacement().Matches(anglais[p.Key]).Select(m => m.Value)));
        Assert.DoesNotContain(francais.Values, t => t.Contains('\''));
    }

    private static Dictionary<string, string> Lire(CultureInfo culture) =>
        MotsOidc.Ressources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Emplacement();
}
