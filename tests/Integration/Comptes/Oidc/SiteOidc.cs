using System.Net;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes.Connexion;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Oidc;

/// <summary>The product, a real provider, and what may lie between them.</summary>
public sealed class SiteOidc : IAsyncLifetime
{
    public FournisseurDEssai Fournisseur { get; private set; } = null!;

    public ApplicationDeTest Application { get; private set; } = null!;

    public Alteration Alteration { get; } = new();

    public CourrierDeTest Courrier { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Fournisseur = await FournisseurDEssai.DemarrerAsync();
        var configuration = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var federation in new[] { "ProConnect", "FranceConnect" })
        {
            configuration[$"{federation}:Emetteur"] = Fournisseur.Emetteur;
            configuration[$"{federation}:ClientId"] = "faireavec";
            configuration[$"{federation}:Secret"] = "un-secret-d-essai-assez-long";
            configuration[$"{federation}:Etendues"] = "openid profile email";
        }

        Application = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest
        {
            Configuration = configuration,
            // The provider lives in the time of the machine.
            Horloge = new HorlogeFactice(TimeProvider.System.GetUtcNow()),
            Services = s => s.AddSingleton<ICourrier>(Courrier).AddHttpClient(ClientOidc.Http).ConfigurePrimaryHttpMessageHandler(() => Alteration).SetHandlerLifetime(Timeout.InfiniteTimeSpan),
        });
        await Fournisseur.ConnaitreAsync(Application.Adresse);
        await Application.CookieDeAsync(Role.Mediateur);
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Fournisseur.DisposeAsync();
        Alteration.Dispose();
    }

    /// <summary>Before each test: nobody lies, and the product's clock is the provider's.</summary>
    public void Recommencer()
    {
        Alteration.Rien();
        Application.Horloge.Avancer(TimeProvider.System.GetUtcNow() - Application.Horloge.Instant);
    }

    /// <summary>A browser that follows redirects from one site to the other, one at a time, until it must stay or it comes to an address.</summary>
    public async Task<(HttpResponseMessage Reponse, Uri Adresse)> SuivreAsync(HttpClient navigateur, Uri adresse, Func<Uri, bool>? arret = null)
    {
        for (var i = 0; i < 12; i++)
        {
            var reponse = await navigateur.GetAsync(adresse);
            if (reponse.Headers.Location is not { } vers || (int)reponse.StatusCode is < 300 or > 399)
            {
                return (reponse, adresse);
            }

            adresse = new Uri(adresse, vers);
            if (arret?.Invoke(adresse) == true)
            {
                return (reponse, adresse);
            }

            reponse.Dispose();
        }

        throw new InvalidOperationException($"Too many redirects, at {adresse}.");
    }

    public Task<(HttpResponseMessage Reponse, Uri Adresse)> SuivreAsync(HttpClient navigateur, string chemin, Func<Uri, bool>? arret = null) => SuivreAsync(navigateur, new Uri(Application.Adresse, chemin), arret);

    /// <summary>Somebody signed in comes back from the provider, is asked, and says yes. Null when it was linked already: nothing is asked.</summary>
    public async Task<HttpResponseMessage?> RelierAsync(HttpClient client, string depart = "/connexion/proconnect")
    {
        var (page, adresse) = await SuivreAsync(client, depart);
        using (page)
        {
            if (adresse.AbsolutePath == "/espace")
            {
                return null;
            }

            Assert.True((HttpStatusCode.OK, "/connexion/proconnect/relier") == (page.StatusCode, adresse.AbsolutePath), $"{adresse}: {string.Join('\n', Application.Journaux.Lignes)}");
            return await client.EnvoyerAsync(adresse.PathAndQuery, await page.LirePageAsync());
        }
    }

    /// <summary>The person of this number at the provider is linked to the médiatrice of the demonstration.</summary>
    public async Task LierAsync(string sub)
    {
        using var client = await Application.ClientDeAsync(Role.Mediateur);
        await Fournisseur.PersonneAsync(sub, new { email = Personas.Lire("mediateur")!.Courriel });
        if (await RelierAsync(client, "/connexion/proconnect?retour=/espace") is { } reliee)
        {
            using (reliee)
            {
                Assert.True((HttpStatusCode.Redirect, "/espace") == (reliee.StatusCode, reliee.Headers.Location?.ToString()), string.Join('\n', Application.Journaux.Lignes));
            }
        }
    }
}

/// <summary>The tests share one provider, one after the other: each says who signs in, and what lies.</summary>
[CollectionDefinition(Nom)]
public sealed class AvecFournisseur : ICollectionFixture<SiteOidc>
{
    public const string Nom = "fournisseur d'identité";
}
