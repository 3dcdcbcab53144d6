using System.Reflection;
using FaireAvec.Cartographie;
using FaireAvec.Kernel.Modules;
using FaireAvec.Tests.Architecture.Regles;

namespace FaireAvec.Tests.Architecture;

/// <summary>Rules 1, 2, 4 and 6.</summary>
public sealed class AssemblagesTests
{
    [Fact]
    public void Les_modules_sont_decouverts()
    {
        Assert.Contains(typeof(CartographieModule).Assembly, Assemblages.Modules);
        Assert.True(Assemblages.Modules.Count >= 2);
        Assert.Contains(Assemblages.DuProduit, a => a.GetName().Name == "FaireAvec.Kernel");
        Assert.Contains(Assemblages.DuProduit, a => a.GetName().Name == "faireavec");
    }

    [Fact]
    public void Le_programme_nomme_tous_les_modules_decouverts() =>
        Assert.Equal(Assemblages.Modules.Select(a => a.GetName().Name).Order(StringComparer.Ordinal), Host.ModulesDuProduit.Tous().Select(m => m.GetType().Assembly.GetName().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Chaque_module_a_un_seul_IModule_du_nom_de_son_assemblage() =>
        Assert.All(Assemblages.Modules, a =>
        {
            var module = (IModule)Activator.CreateInstance(Assert.Single(a.GetExportedTypes(), Assemblages.EstLeModule))!;
            Assert.Equal(a.GetName().Name, $"FaireAvec.{module.Nom}");
            Assert.Equal($"{module.Nom}Module", module.GetType().Name);
        });

    [Fact]
    public void Regle_1_aucun_module_n_en_reference_un_autre() => Assert.Empty(ReglesDesAssemblages.ModulesEntreEux(Assemblages.DuProduit));

    [Fact]
    public void Regle_1_mord()
    {
        var fautif = AssemblageFautif.Module("Voisin", m => AssemblageFautif.TypeQuiNomme(m, "FaireAvec.Voisin.Indiscret", typeof(CartographieModule)));
        var faute = Assert.Single(ReglesDesAssemblages.ModulesEntreEux([.. Assemblages.DuProduit, fautif]));
        Assert.StartsWith("FaireAvec.Voisin references FaireAvec.Cartographie", faute, StringComparison.Ordinal);
    }

    [Fact]
    public void Regle_2_un_module_n_exporte_que_son_module() => Assert.Empty(Assemblages.Modules.SelectMany(ReglesDesAssemblages.Exports));

    [Fact]
    public void Regle_2_mord()
    {
        var fautif = AssemblageFautif.Module("Bavard", m => AssemblageFautif.TypeQuiNomme(m, "FaireAvec.Bavard.Domain.Secret", typeof(string), TypeAttributes.Public));
        Assert.StartsWith("FaireAvec.Bavard.Domain.Secret is public", Assert.Single(ReglesDesAssemblages.Exports(fautif)), StringComparison.Ordinal);
    }

    [Fact]
    public void Regle_6_le_socle_ne_reference_aucun_module() => Assert.Empty(ReglesDesAssemblages.SocleSansModule(Assemblages.DuProduit));

    [Theory]
    [InlineData("FaireAvec.Kernel")]
    [InlineData("FaireAvec.Ui")]
    [InlineData("FaireAvec.Contracts")]
    public void Regle_6_mord(string nom)
    {
        var fautif = AssemblageFautif.Nomme(nom, m => AssemblageFautif.TypeQuiNomme(m, "Indiscret", typeof(CartographieModule)));
        Assert.StartsWith($"{nom} references FaireAvec.Cartographie", Assert.Single(ReglesDesAssemblages.SocleSansModule([fautif, .. Assemblages.Modules])), StringComparison.Ordinal);
    }
}
