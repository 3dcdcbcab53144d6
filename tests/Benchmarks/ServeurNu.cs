using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Benchmarks;

/// <summary>An HTTP endpoint and nothing else: what the machine gives before any rule.</summary>
internal sealed class ServeurNu : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServeurNu(WebApplication application) => _application = application;

    public int Port => new Uri(_application.Urls.First()).Port;

    public static async Task<ServeurNu> DemarrerAsync(Func<Task> action)
    {
        var constructeur = WebApplication.CreateSlimBuilder();
        constructeur.Logging.ClearProviders();
        var application = constructeur.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.MapPost("/nu", async (HttpContext contexte) =>
        {
            await action();
            contexte.Response.ContentLength = 0;
        });
        await application.StartAsync();
        return new ServeurNu(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
