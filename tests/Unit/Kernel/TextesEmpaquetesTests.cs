using FaireAvec.Kernel.Texte;

namespace FaireAvec.Tests.Unit.Kernel;

public class TextesEmpaquetesTests
{
    [Fact]
    public void Chaque_texte_revient_tel_qu_il_etait()
    {
        string[] textes = ["", "Paris", "L'Haÿ-les-Roses", "", "Œuilly", "Île-d'Aix", "東京", "🏘️", ""];
        var serres = new TextesEmpaquetes(textes);
        Assert.Equal(textes, Enumerable.Range(0, textes.Length).Select(i => serres.Texte(i)));
    }
}
