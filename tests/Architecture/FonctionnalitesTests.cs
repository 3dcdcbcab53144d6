using FaireAvec.Host;

namespace FaireAvec.Tests.Architecture;

/// <summary>A feature that is opened little by little has an end: the day after, this fails, and the switch is removed from the code.</summary>
public sealed class FonctionnalitesTests
{
    [Fact]
    public void Aucune_fonctionnalite_n_a_depasse_sa_fin()
    {
        var aujourdhui = FaireAvec.Kernel.Temps.JourDeParis.De(TimeProvider.System.GetUtcNow());
        Assert.Empty(ModulesDuProduit.Tous().SelectMany(m => m.Fonctionnalites).Where(f => f.Fin < aujourdhui).Select(f => f.Nom));
    }

    [Fact]
    public void Une_fonctionnalite_porte_le_nom_de_son_module() =>
        Assert.All(ModulesDuProduit.Tous(), m => Assert.All(m.Fonctionnalites, f => Assert.StartsWith($"{m.Nom.ToLowerInvariant()}.", f.Nom, StringComparison.Ordinal)));
}
