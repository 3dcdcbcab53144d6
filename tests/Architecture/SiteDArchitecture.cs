using FaireAvec.Tests.Architecture;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;

[assembly: AssemblyFixture(typeof(SiteDArchitecture))]

namespace FaireAvec.Tests.Architecture;

/// <summary>The running product, seen by those that the rights matrix knows: on the embedded demonstration, and where the demonstration is closed.</summary>
public sealed class SiteDArchitecture : IAsyncLifetime
{
    /// <summary>A place that is there in both.</summary>
    public const string Lieu = "test_1";

    public ApplicationDeTest Demonstration { get; private set; } = null!;

    public ApplicationDeTest HorsDemonstration { get; private set; } = null!;

    internal IReadOnlyList<RouteDuSite> Routes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // The gallery is closed unless asked for: here it is asked for, so that its page is visited too.
        Demonstration = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Galerie"] = "true" } });
        HorsDemonstration = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Galerie"] = "true", ["Demonstration"] = "false" } });
        await new LieuDeTest().Identifie(Lieu).CreerAsync(Demonstration);
        await new LieuDeTest().Identifie(Lieu).CreerAsync(HorsDemonstration);
        Routes = await ReglesDesRoutes.LireAsync(Demonstration.Services);
    }

    public async ValueTask DisposeAsync()
    {
        await Demonstration.DisposeAsync();
        await HorsDemonstration.DisposeAsync();
    }
}
