using System.Globalization;
using System.Xml.Linq;
using FaireAvec.Territoires.Ressources;

namespace FaireAvec.Tests.Unit.Territoires;

public class TextesTests
{
    [Fact]
    public void Chaque_texte_existe_en_anglais_avec_les_memes_places()
    {
        var (francais, anglais) = (Lire("Textes.resx"), Lire("Textes.en.resx"));

        Assert.Equal(francais.Keys.Order(StringComparer.Ordinal), anglais.Keys.Order(StringComparer.Ordinal));
        Assert.All(francais, t => Assert.Equal(Places(t.Value), Places(anglais[t.Key])));
    }

    [Theory]
    [InlineData(0, "aucun lieu")]
    [InlineData(1, "1 lieu")]
    [InlineData(1234, "1\u202f234 lieux")]
    public void Le_nombre_de_lieux_s_accorde(int nombre, string attendu) => Assert.Equal(attendu, EnFrancais(() => Textes.Lieux(nombre)));

    [Theory]
    [InlineData(0.4, "à moins de 1\u00a0km")]
    [InlineData(5.6, "à 6\u00a0km")]
    public void Une_distance_se_dit_en_kilometres_entiers(double km, string attendu) => Assert.Equal(attendu, EnFrancais(() => Textes.Distance(km)));

    private static string EnFrancais(Func<string> texte)
    {
        var (avant, avantUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
            return texte();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (avant, avantUi);
        }
    }

    private static Dictionary<string, string> Lire(string fichier) =>
        XDocument.Load(Path.Combine(Path.GetDirectoryName(Donnees.Dossier)!, "src", "Modules", "Territoires", "Ressources", fichier))
            .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Places(string texte) => string.Concat(Enumerable.Range(0, 5).Where(i => texte.Contains($"{{{i}}}", StringComparison.Ordinal)));
}
