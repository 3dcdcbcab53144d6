using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Integration.Kernel.CourtsMessages;

/// <summary>An SMS gateway on this machine, that answers what the test says and sends each id once, as real ones do.</summary>
internal sealed class PasserelleFactice : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PasserelleFactice(WebApplication application) => _application = application;

    /// <summary>What it answers to each call, in order; then 202.</summary>
    public ConcurrentQueue<int> Statuts { get; } = new();

    /// <summary>What is done before it answers.</summary>
    public Func<CancellationToken, Task>? Avant { get; set; }

    public string Adresse => $"{_application.Urls.Single()}/envois";

    /// <summary>Every call.</summary>
    public ConcurrentQueue<(string Cle, string Autorisation, JsonElement Corps)> Appels { get; } = new();

    /// <summary>What went to telephones: once for each key.</summary>
    public ConcurrentDictionary<string, string> Partis { get; } = new(StringComparer.Ordinal);

    public static async Task<PasserelleFactice> DemarrerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var passerelle = new PasserelleFactice(application);
        application.Run(async contexte =>
        {
            var corps = (await JsonDocument.ParseAsync(contexte.Request.Body)).RootElement.Clone();
            var cle = contexte.Request.Headers["Idempotency-Key"].ToString();
            passerelle.Appels.Enqueue((cle, contexte.Request.Headers.Authorization.ToString(), corps));
            if (passerelle.Avant is { } avant)
            {
                await avant(contexte.RequestAborted);
            }

            contexte.Response.StatusCode = passerelle.Statuts.TryDequeue(out var statut) ? statut : StatusCodes.Status202Accepted;
            if (contexte.Response.StatusCode < 300)
            {
                passerelle.Partis.TryAdd(cle, corps.GetProperty("texte").GetString()!);
            }
        });
        await application.StartAsync();
        return passerelle;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
