using FaireAvec.Kernel.Evenements;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>Rule 8: docs/events.md lists exactly the events in the code.</summary>
public sealed class EvenementsTests
{
    private static readonly Type[] Types = [.. Assemblages.DuProduit.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false } && typeof(IEvenement).IsAssignableFrom(t))];

    [Fact]
    public void Regle_8_le_document_et_le_code_disent_les_memes_evenements() =>
        Assert.Empty(ListesEcrites.Evenements(ListesEcrites.EvenementsEcrits(File.ReadAllText(Depot.Chemin("docs", "events.md"))), [.. Types.Select(RegistreEvenements.Nom)]));

    [Fact]
    public void Un_evenement_est_dans_Contracts() => Assert.All(Types, t => Assert.Equal("FaireAvec.Contracts", t.Assembly.GetName().Name));

    [Fact]
    public void Regle_8_mord()
    {
        var ecrits = ListesEcrites.EvenementsEcrits("# Events\n```\n### `module.Exemple`\n```\n\n### `cartographie.LieuSignale`\n\nText with `mandats.Autre`.\n\n### `mandats.MandatRevoque`\n");
        Assert.Equal(["cartographie.LieuSignale", "mandats.MandatRevoque"], ecrits);
        Assert.Empty(ListesEcrites.Evenements(ecrits, ecrits));
        Assert.Contains("isn't in", Assert.Single(ListesEcrites.Evenements(ecrits, [.. ecrits, "mandats.MandatSigne"])), StringComparison.Ordinal);
        Assert.Contains("not in the code", Assert.Single(ListesEcrites.Evenements(ecrits, [ecrits[0]])), StringComparison.Ordinal);
        Assert.Contains("2 times", Assert.Single(ListesEcrites.Evenements([.. ecrits, ecrits[0]], ecrits)), StringComparison.Ordinal);
    }
}
