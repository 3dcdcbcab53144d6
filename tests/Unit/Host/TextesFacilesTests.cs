using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FaireAvec.Kernel.Ressources;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Host;

/// <summary>« Facile à lire »: a text may have an easy variant, which says the same with the same values, in short sentences. A text without one stays in usual French.</summary>
public sealed class TextesFacilesTests
{
    // Inclusion Europe asks for short sentences without a number; beyond this one nobody would call a sentence short.
    private const int MotsDUnePhrase = 20;

    private static readonly CultureInfo Facile = CultureInfo.GetCultureInfo(TextesFaciles.Culture);

    public static TheoryData<string> Fichiers => [.. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Donnees.Dossier)!, "src"), "*.facile.resx", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Path.GetDirectoryName(Donnees.Dossier)!, f))];

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Une_variante_a_son_texte_courant_et_les_memes_trous(string fichier)
    {
        var courants = Textes(fichier.Replace(".facile", "", StringComparison.Ordinal));
        Assert.All(Textes(fichier), t => Assert.Equal(Trous(courants[t.Key]), Trous(t.Value)));
    }

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Une_variante_a_des_phrases_courtes(string fichier) => Assert.All(Textes(fichier), t =>
        Assert.All(Regex.Split(t.Value, @"[.?!:;…]", RegexOptions.None, TimeSpan.FromSeconds(1)), p => Assert.InRange(p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, MotsDUnePhrase)));

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Une_variante_est_lue_quand_on_la_demande_et_le_reste_est_en_francais_courant(string fichier)
    {
        var nom = Path.GetFileName(fichier).Replace(".facile.resx", "", StringComparison.Ordinal);
        var projet = fichier.Split(Path.DirectorySeparatorChar)[..^2][^1];
        var ressources = new TextesFaciles($"FaireAvec.{projet}.Ressources.{nom}", Assembly.Load($"FaireAvec.{projet}"));
        var faciles = Textes(fichier);

        Assert.All(faciles, t => Assert.Equal(t.Value, ressources.GetString(t.Key, Facile)));
        Assert.All(ressources.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Where(e => !faciles.ContainsKey((string)e.Key)),
            e => Assert.Equal((string)e.Value!, ressources.GetString((string)e.Key, Facile)));
    }

    [Fact]
    public void La_culture_est_une_variante_du_francais()
    {
        Assert.NotEmpty(Fichiers);
        Assert.Equal("fr", Facile.TwoLetterISOLanguageName);
        Assert.Equal(TextesFaciles.Culture, Facile.Name);
    }

    private static Dictionary<string, string> Textes(string fichier) =>
        XDocument.Load(Path.Combine(Path.GetDirectoryName(Donnees.Dossier)!, fichier)).Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!, StringComparer.Ordinal);

    private static string Trous(string texte) => string.Concat(Regex.Matches(texte, @"\{\d\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Order(StringComparer.Ordinal));
}
