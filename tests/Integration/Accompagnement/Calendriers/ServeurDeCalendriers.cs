using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Integration.Accompagnement.Calendriers;

/// <summary>A server of calendars on this machine: /agenda.ics gives what the test says; others redirect, send without end, or send a bomb.</summary>
internal sealed class ServeurDeCalendriers : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServeurDeCalendriers(WebApplication application) => _application = application;

    public string Contenu { get; set; } = Calendrier("DTSTART:20261203T083000Z", "DTEND:20261203T093000Z", "SUMMARY:Secret de famille");

    public int Statut { get; set; } = 200;

    public string Etag { get; set; } = "\"un\"";

    /// <summary>What each call said of the version that it had.</summary>
    public List<string> Connus { get; } = [];

    public string Adresse => $"{_application.Urls.Single()}/prive-123/agenda.ics";

    public string A(string chemin) => $"{_application.Urls.Single()}{chemin}";

    public static string Calendrier(params string[] lignes) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n{string.Join("\r\n", lignes)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    public static async Task<ServeurDeCalendriers> DemarrerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var serveur = new ServeurDeCalendriers(application);
        application.Run(serveur.RepondreAsync);
        await application.StartAsync();
        return serveur;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task RepondreAsync(HttpContext contexte)
    {
        switch (contexte.Request.Path.Value)
        {
            case "/boucle":
                contexte.Response.Redirect("/boucle");
                return;
            case "/ailleurs":
                contexte.Response.Redirect("http://169.254.169.254/latest/meta-data");
                return;
            case "/sans-fin":
                await contexte.Response.WriteAsync("BEGIN:VCALENDAR\r\n");
                var morceau = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-RIEN:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 1000)));
                while (!contexte.RequestAborted.IsCancellationRequested)
                {
                    await contexte.Response.Body.WriteAsync(morceau, contexte.RequestAborted);
                }

                return;
            default:
                lock (Connus)
                {
                    Connus.Add(contexte.Request.Headers.IfNoneMatch.ToString());
                }

                if (Statut == 200 && contexte.Request.Headers.IfNoneMatch == Etag)
                {
                    contexte.Response.StatusCode = 304;
                    return;
                }

                contexte.Response.StatusCode = Statut;
                contexte.Response.Headers.ETag = Etag;
                if (Statut == 200)
                {
                    await contexte.Response.WriteAsync(Contenu);
                }

                return;
        }
    }
}
