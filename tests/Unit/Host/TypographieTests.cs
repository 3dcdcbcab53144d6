using System.Text.RegularExpressions;
using System.Xml.Linq;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Host;

/// <summary>Every French text of the product: a sign is never alone at the beginning of a line.</summary>
public partial class TypographieTests
{
    [Fact]
    public void Aucun_texte_francais_n_a_d_espace_qui_se_coupe_devant_un_signe_double()
    {
        var fichiers = Directory.EnumerateFiles(Depot.Chemin("src"), "*.resx", SearchOption.AllDirectories).Where(f => Path.GetDirectoryName(f)!.EndsWith("Ressources", StringComparison.Ordinal) && !AutreLangue().IsMatch(f)).ToList();
        Assert.True(fichiers.Count > 20, $"Only {fichiers.Count} files.");
        Assert.Empty(
            from f in fichiers
            from d in XDocument.Load(f).Root!.Elements("data")
            where EspaceQuiSeCoupe().IsMatch(d.Element("value")!.Value)
            select $"{Path.GetFileName(f)}, {d.Attribute("name")!.Value}: {d.Element("value")!.Value}");
    }

    [Theory]
    [InlineData("Où ?")]
    [InlineData("Libre : oui")]
    [InlineData("« Oui\u00a0»")]
    [InlineData("«\u00a0Oui »")]
    public void Une_espace_ordinaire_se_voit(string texte) => Assert.Matches(EspaceQuiSeCoupe(), texte);

    /// <summary>« C’est noté. » leaves one alone in front of the screen: a second sentence says what is next, or what it changed.</summary>
    [Theory]
    [InlineData("MotsAgenda")]
    [InlineData("MotsCapacitation")]
    [InlineData("MotsDuReseau")]
    [InlineData("MotsPersonnes")]
    [InlineData("MotsRegistres")]
    public void Un_message_apres_un_geste_dit_la_suite(string mots) => Assert.Empty(
        from d in XDocument.Load(Depot.Chemin("src", "Modules", "Accompagnement", "Ressources", $"{mots}.resx")).Root!.Elements("data")
        let cle = d.Attribute("name")!.Value
        where cle.Contains("Fait.", StringComparison.Ordinal) && !d.Element("value")!.Value.TrimEnd('.').Contains(". ", StringComparison.Ordinal) && !d.Element("value")!.Value.Contains('\u00a0')
        select $"{cle}: {d.Element("value")!.Value}");

    [GeneratedRegex(" [:;?!»]|« ", RegexOptions.None, 1000)]
    private static partial Regex EspaceQuiSeCoupe();

    [GeneratedRegex(@"\.[a-z]{2}\.resx$", RegexOptions.None, 1000)]
    private static partial Regex AutreLangue();
}
