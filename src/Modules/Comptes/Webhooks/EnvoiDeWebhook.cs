using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>What a try at a delivery gave.</summary>
/// <param name="Issue">How it ended.</param>
/// <param name="Statut">Status of the answer; null without one.</param>
/// <param name="Erreur">A French sentence; null when it was received.</param>
/// <param name="DureeMs">How long it took.</param>
internal sealed record ResultatDEnvoi(IssueDeLivraison Issue, int? Statut, string? Erreur, int DureeMs);

/// <summary>Sends one delivery, signed, through the guard of outgoing calls. The answer's body isn't read, redirects aren't followed.</summary>
internal sealed class EnvoiDeWebhook(IConfiguration configuration, TimeProvider horloge) : IDisposable
{
    private static readonly TimeSpan Delai = TimeSpan.FromSeconds(10);

    // Connections are kept from one delivery to the next for a minute at most: the address is checked again after.
    private readonly HttpMessageInvoker _client = new(Handler(configuration["Webhooks:BoucleLocale"] == "true"));

    /// <summary>True when an address without TLS is accepted: this machine's, for tests alone.</summary>
    public bool BoucleLocale => configuration["Webhooks:BoucleLocale"] == "true";

    public async Task<ResultatDEnvoi> EnvoyerAsync(string url, IReadOnlyList<string> secrets, Guid livraison, string nom, string corps, CancellationToken annulation)
    {
        var debut = Stopwatch.GetTimestamp();
        ResultatDEnvoi Rate(string phrase) => new(IssueDeLivraison.Ratee, null, phrase, Duree(debut));
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        delai.CancelAfter(Delai);
        try
        {
            using var demande = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(corps, Encoding.UTF8, "application/json") };
            demande.Headers.UserAgent.Add(new ProductInfoHeaderValue("FaireAvec", "1"));
            demande.Headers.Add(SignatureDeWebhook.EnTete, SignatureDeWebhook.Signer(secrets, horloge.GetUtcNow(), corps));
            demande.Headers.Add("FaireAvec-Evenement", nom);
            demande.Headers.Add("FaireAvec-Livraison", livraison.ToString());
            using var reponse = await _client.SendAsync(demande, delai.Token);
            var statut = (int)reponse.StatusCode;
            return statut switch
            {
                >= 200 and < 300 => new(IssueDeLivraison.Recue, statut, null, Duree(debut)),
                410 => new(IssueDeLivraison.Parti, statut, "Le destinataire ne veut plus rien recevoir (410).", Duree(debut)),
                >= 300 and < 400 => new(IssueDeLivraison.Ratee, statut, $"Le destinataire renvoie ailleurs ({statut}). Donnez l’adresse finale.", Duree(debut)),
                _ => new(IssueDeLivraison.Ratee, statut, $"Le destinataire a répondu {statut}.", Duree(debut)),
            };
        }
        catch (OperationCanceledException) when (!annulation.IsCancellationRequested)
        {
            return Rate("Le destinataire n’a pas répondu en 10 secondes.");
        }
        catch (Exception e) when (AppelsSortants.EstInterdite(e))
        {
            return Rate("Cette adresse mène à un réseau privé : elle est refusée.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return Rate("La connexion sécurisée a échoué : vérifiez le certificat du destinataire.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or UriFormatException or InvalidOperationException)
        {
            return Rate("Le destinataire est injoignable.");
        }
    }

    public void Dispose() => _client.Dispose();

    private static int Duree(long debut) => (int)Stopwatch.GetElapsedTime(debut).TotalMilliseconds;

    private static SocketsHttpHandler Handler(bool boucleLocale)
    {
        var handler = AppelsSortants.Handler(boucleLocale);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1);
        handler.MaxConnectionsPerServer = 4;
        return handler;
    }
}
