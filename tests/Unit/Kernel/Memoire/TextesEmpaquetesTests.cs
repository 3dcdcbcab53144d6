using FaireAvec.Kernel.Memoire;

namespace FaireAvec.Tests.Unit.Kernel.Memoire;

public class TextesEmpaquetesTests
{
    [Fact]
    public void Chaque_texte_revient_tel_qu_il_etait()
    {
        string[] textes = ["", "Paris", "L'Haÿ-les-Roses", "", "Œuilly", "Île-d'Aix", "東京", "🏘️", ""];
        var empaquetes = new TextesEmpaquetes(textes);
        Assert.Equal(textes, Enumerable.Range(0, textes.Length).Select(i => empaquetes.Texte(i)));
    }
}
