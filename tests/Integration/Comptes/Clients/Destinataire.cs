using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Integration.Comptes.Clients;

/// <summary>A receiver of webhooks on this machine, that answers what the test says.</summary>
internal sealed class Destinataire : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Destinataire(WebApplication application) => _application = application;

    /// <summary>The status that it answers.</summary>
    public int Statut { get; set; } = 200;

    /// <summary>How long it waits before it answers.</summary>
    public TimeSpan Attente { get; set; }

    /// <summary>Where « Location » leads, for a redirect.</summary>
    public string? Vers { get; set; }

    public string Adresse => $"{_application.Urls.Single()}/evenements";

    public ConcurrentQueue<Recu> Recus { get; } = new();

    public static async Task<Destinataire> DemarrerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var destinataire = new Destinataire(application);
        application.Run(async contexte =>
        {
            using var lecteur = new StreamReader(contexte.Request.Body);
            var corps = await lecteur.ReadToEndAsync();
            destinataire.Recus.Enqueue(new Recu(corps, contexte.Request.Headers["FaireAvec-Signature"].ToString(), contexte.Request.Headers["FaireAvec-Evenement"].ToString(), contexte.Request.Headers["FaireAvec-Livraison"].ToString()));
            await Task.Delay(destinataire.Attente);
            if (destinataire.Vers is { } vers)
            {
                contexte.Response.Headers.Location = vers;
            }

            contexte.Response.StatusCode = destinataire.Statut;
        });
        await application.StartAsync();
        return destinataire;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    internal sealed record Recu(string Corps, string Signature, string Evenement, string Livraison);
}
