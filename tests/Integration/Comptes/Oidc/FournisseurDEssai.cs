using System.Diagnostics;
using System.Net.Http.Json;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Comptes.Oidc;

/// <summary>A real OpenID provider, in a process of its own.</summary>
public sealed class FournisseurDEssai : IAsyncDisposable
{
    private readonly Process _processus;
    private readonly HttpClient _client = new();

    private FournisseurDEssai(Process processus, string emetteur) => (_processus, Emetteur) = (processus, emetteur);

    public string Emetteur { get; }

    public static async Task<FournisseurDEssai> DemarrerAsync()
    {
        var processus = Process.Start(new ProcessStartInfo("node", [Depot.Chemin("tests", "Integration", "Comptes", "Oidc", "fournisseur.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        processus.ErrorDataReceived += (_, _) => { };
        processus.BeginErrorReadLine();
        var emetteur = await processus.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return new FournisseurDEssai(processus, emetteur ?? throw new InvalidOperationException("The provider didn't start: is « npm ci » done?"));
    }

    /// <summary>The addresses of our client, known once the application listens.</summary>
    public Task ConnaitreAsync(Uri site) => PosterAsync("client", new
    {
        retours = new[] { new Uri(site, "/connexion/proconnect/retour"), new Uri(site, "/usager/franceconnect/retour") },
        fin = new Uri(site, "/deconnexion"),
        arriere = new Uri(site, "/connexion/proconnect/fin"),
    });

    /// <summary>Who signs in next.</summary>
    public Task PersonneAsync(string sub, object claims, string acr = "eidas1", bool refuse = false) => PosterAsync("personne", new { sub, claims, acr, refuse });

    /// <summary>A new key signs from now on.</summary>
    public Task TournerAsync() => PosterAsync("tourner", new { });

    public async ValueTask DisposeAsync()
    {
        // It ends when its input closes.
        _processus.StandardInput.Close();
        await _processus.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        _processus.Dispose();
        _client.Dispose();
    }

    private async Task PosterAsync(string quoi, object corps)
    {
        using var reponse = await _client.PostAsJsonAsync($"{Emetteur}/essai/{quoi}", corps);
        reponse.EnsureSuccessStatusCode();
    }
}
