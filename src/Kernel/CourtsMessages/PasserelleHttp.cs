using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Web;
using Microsoft.Extensions.Configuration;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>
/// A gateway over HTTP: « POST » in JSON, through the guard of outgoing calls. Four tries at most in a minute; the key of idempotence is the same at each,
/// so that an answer that was lost isn't a second message. The answer's body isn't read.
/// </summary>
internal sealed class PasserelleHttp(IConfiguration configuration) : IPasserelle, IDisposable
{
    private static readonly TimeSpan DelaiDUnEssai = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DelaiEnTout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AttenteMax = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _client = new(Handler(configuration["Sms:BoucleLocale"] == "true"));
    private readonly ResiliencePipeline<HttpResponseMessage> _essais = Essais(configuration["Sms:BoucleLocale"] == "true" ? TimeSpan.FromMilliseconds(20) : TimeSpan.FromMilliseconds(500));

    public async Task RemettreAsync(Guid id, NumeroDeMobile a, string texte, CancellationToken annulation)
    {
        var reglages = ReglagesDesCourtsMessages.De(configuration);
        var adresse = reglages.Adresse ?? throw new EnvoiManque("Sms__Adresse manque.", definitif: true);
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        delai.CancelAfter(DelaiEnTout);
        try
        {
            using var reponse = await _essais.ExecuteAsync(
                async (etat, jeton) => await DemanderAsync(etat.adresse, etat.reglages, etat.id, etat.a, etat.texte, jeton),
                (adresse, reglages, id, a, texte),
                delai.Token);
            var statut = (int)reponse.StatusCode;
            if (statut is < 200 or >= 300)
            {
                throw new EnvoiManque($"La passerelle SMS a répondu {statut}.", definitif: statut is >= 300 and < 500 and not (408 or 425 or 429));
            }
        }
        catch (Exception e) when (e is TimeoutRejectedException || (e is OperationCanceledException && !annulation.IsCancellationRequested))
        {
            throw new EnvoiManque("La passerelle SMS n’a pas répondu à temps.", definitif: false, e);
        }
        catch (Exception e) when (AppelsSortants.EstInterdite(e))
        {
            throw new EnvoiManque("L’adresse de la passerelle SMS mène à un réseau privé : elle est refusée.", definitif: true, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            throw new EnvoiManque("La passerelle SMS est injoignable.", definitif: false, e);
        }
    }

    public void Dispose() => _client.Dispose();

    // A request can't be sent twice: one for each try.
    private async Task<HttpResponseMessage> DemanderAsync(Uri adresse, ReglagesDesCourtsMessages reglages, Guid id, NumeroDeMobile a, string texte, CancellationToken annulation)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = JsonContent.Create(new { id, a = a.E164, de = reglages.Expediteur, texte }) };
        demande.Headers.UserAgent.Add(new ProductInfoHeaderValue("FaireAvec", "1"));
        demande.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reglages.Secret);
        demande.Headers.Add("Idempotency-Key", id.ToString());
        return await _client.SendAsync(demande, annulation);
    }

    private static ResiliencePipeline<HttpResponseMessage> Essais(TimeSpan premiereAttente) => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            Delay = premiereAttente,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            MaxDelay = AttenteMax,
            ShouldHandle = essai => ValueTask.FromResult(AReprendre(essai.Outcome)),
            DelayGenerator = essai => ValueTask.FromResult(Attente(essai.Outcome.Result)),
        })
        .AddTimeout(DelaiDUnEssai)
        .Build();

    private static bool AReprendre(Outcome<HttpResponseMessage> issue) => issue switch
    {
        { Exception: { } e } => e is TimeoutRejectedException or SocketException or IOException || (e is HttpRequestException && !AppelsSortants.EstInterdite(e)),
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425 or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    // What the gateway asks for, when it isn't too long.
    private static TimeSpan? Attente(HttpResponseMessage? reponse) => reponse?.Headers.RetryAfter?.Delta is { } delai && delai >= TimeSpan.Zero ? (delai < AttenteMax ? delai : AttenteMax) : null;

    private static SocketsHttpHandler Handler(bool boucleLocale)
    {
        var handler = AppelsSortants.Handler(boucleLocale);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1);
        handler.MaxConnectionsPerServer = 8;
        return handler;
    }
}
