using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>A producer's server on this machine: real HTTP, answers that the test chooses.</summary>
public sealed class ServeurDeProducteur : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServeurDeProducteur(WebApplication application) => _application = application;

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Repondre { get; set; } = _ => Task.CompletedTask;

    /// <summary>Requests received.</summary>
    public int Demandes { get; private set; }

    public Uri Adresse { get; private set; } = null!;

    public string Url(string chemin = "/lieux.csv") => new Uri(Adresse, chemin).ToString();

    public static async Task<ServeurDeProducteur> DemarrerAsync(Func<HttpContext, Task>? repondre = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var serveur = new ServeurDeProducteur(builder.Build());
        serveur._application.Run(contexte =>
        {
            serveur.Demandes++;
            return serveur.Repondre(contexte);
        });
        await serveur._application.StartAsync();
        serveur.Adresse = new Uri(serveur._application.Urls.Single());
        if (repondre is not null)
        {
            serveur.Repondre = repondre;
        }

        return serveur;
    }

    /// <summary>Answers this text.</summary>
    public static Func<HttpContext, Task> Texte(string texte, string type = "text/csv") => async contexte =>
    {
        contexte.Response.ContentType = type;
        await contexte.Response.WriteAsync(texte);
    };

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
