using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Architecture;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Postgres;

[assembly: AssemblyFixture(typeof(SiteDArchitecture))]

namespace FaireAvec.Tests.Architecture;

/// <summary>The running product, seen by those that the rights matrix knows: on the embedded demonstration, and where the demonstration is closed.</summary>
public sealed class SiteDArchitecture : IAsyncLifetime
{
    /// <summary>A place that is there in both.</summary>
    public const string Lieu = "test_1";

    public ApplicationDeTest Demonstration { get; private set; } = null!;

    public ApplicationDeTest HorsDemonstration { get; private set; } = null!;

    /// <summary>Every role that a person signs in with.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. Personas.Toutes.Select(p => p.Role)];

    /// <summary>A session of the demonstration for each role.</summary>
    public IReadOnlyDictionary<Role, string> Cookies { get; private set; } = null!;

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient SansCookies { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    internal IReadOnlyList<RouteDuSite> Routes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // The gallery is closed unless asked for: here it is asked for, so that its page is visited too.
        Demonstration = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Galerie"] = "true" } });
        HorsDemonstration = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Galerie"] = "true", ["Demonstration"] = "false" } });
        await new LieuDeTest().Identifie(Lieu).CreerAsync(Demonstration);
        await new LieuDeTest().Identifie(Lieu).CreerAsync(HorsDemonstration);
        var cookies = new Dictionary<Role, string>();
        foreach (var role in Roles)
        {
            cookies[role] = await Demonstration.CookieDeAsync(role);
        }

        await Demonstration.InventerAsync(Lieu);
        Cookies = cookies;
        Routes = await ReglesDesRoutes.LireAsync(Demonstration.Services);
    }

    public async ValueTask DisposeAsync()
    {
        SansCookies.Dispose();
        await Demonstration.DisposeAsync();
        await HorsDemonstration.DisposeAsync();
        await ServeurDeTest.TerminerAsync();
    }
}
