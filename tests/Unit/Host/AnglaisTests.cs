using System.Text.RegularExpressions;
using System.Xml.Linq;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Host;

/// <summary>The English texts of the product: complete, with the same values put in, and one name for one territory.</summary>
public sealed partial class AnglaisTests
{
    public static TheoryData<string> Fichiers => [.. Sources("*.en.resx").Select(f => Path.GetRelativePath(Depot.Chemin("src"), f))];

    // Words of those who work, in French, and of a few pages that anybody opens.
    private static readonly string[] EnPartie = ["MotsCapacitation.en.resx", "MotsRegistres.en.resx"];

    /// <summary>English may add the sentences of errors, which are French in the code itself, and a note that only its readers need (« .En »).</summary>
    [Theory]
    [MemberData(nameof(Fichiers))]
    public void L_anglais_dit_tout_ce_que_dit_le_francais(string fichier)
    {
        var (anglais, francais) = (Textes(fichier), Textes(fichier.Replace(".en.resx", ".resx", StringComparison.Ordinal)));
        Assert.Empty(EnPartie.Contains(Path.GetFileName(fichier), StringComparer.Ordinal) ? [] : francais.Keys.Except(anglais.Keys, StringComparer.Ordinal));
        Assert.All(anglais.Keys.Except(francais.Keys, StringComparer.Ordinal), c => Assert.Matches(@"^Erreur\.|\.En$", c));
        Assert.All(francais.Where(t => anglais.ContainsKey(t.Key)), t => Assert.Equal(Trous(t.Value), Trous(anglais[t.Key])));
    }

    /// <summary>The pages name territories as the official list does, in both languages: an English text that translates one would name it twice.</summary>
    [Fact]
    public void Un_territoire_n_a_qu_un_nom() =>
        Assert.Empty(Sources("*.en.resx").Concat(Sources("*.en.cshtml")).SelectMany(f => Traduits().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")));

    private static IEnumerable<string> Sources(string motif) =>
        Directory.GetFiles(Depot.Chemin("src"), motif, SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static Dictionary<string, string> Textes(string fichier) =>
        XDocument.Load(Depot.Chemin("src", fichier)).Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!, StringComparer.Ordinal);

    private static string[] Trous(string texte) => [.. Trou().Matches(texte).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.None, 1000)]
    private static partial Regex Trou();

    [GeneratedRegex(@"French Guiana|(?<!La )\bRéunion\b|Brittany|Corsica\b|French Polynesia", RegexOptions.None, 1000)]
    private static partial Regex Traduits();
}
