using FaireAvec.Kernel.Fichiers;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>A partner's file on its way: nobody else reads it, nothing of it is left.</summary>
public class FichierDePassageTests
{
    [Fact]
    public void Il_se_relit_et_n_a_pas_de_nom_qu_un_arret_brutal_laisserait()
    {
        using var fichier = FichierDePassage.Ouvrir();
        fichier.Write("données"u8);
        fichier.Position = 0;
        using var lecture = new StreamReader(fichier);
        Assert.Equal("données", lecture.ReadToEnd());
        Assert.True(OperatingSystem.IsWindows() || !File.Exists(fichier.Name));
    }

    [Fact]
    public void Deux_fichiers_ne_se_melangent_pas()
    {
        using var un = FichierDePassage.Ouvrir();
        using var autre = FichierDePassage.Ouvrir();
        un.WriteByte(1);
        Assert.Equal(0, autre.Length);
    }
}
