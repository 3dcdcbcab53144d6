using System.Net;
using System.Net.Sockets;

namespace FaireAvec.Kernel.Web;

/// <summary>
/// The guard of outgoing calls to addresses that somebody else gave (a producer's file, a webhook). The name is resolved here, each of its addresses is
/// checked, and the connection goes to a checked address: the answer of the name server can't change in between. A redirect isn't followed by itself:
/// whoever follows one comes through the same door.
/// </summary>
public static class AppelsSortants
{
    private static readonly TimeSpan DelaiDeConnexion = TimeSpan.FromSeconds(15);

    /// <summary>The handler. No proxy: it would resolve names in our place. No cookie, no credentials, no redirect of its own.</summary>
    /// <param name="boucleLocale">Lets 127.0.0.1 and ::1 be called. For tests alone.</param>
    public static SocketsHttpHandler Handler(bool boucleLocale) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        ConnectTimeout = DelaiDeConnexion,
        MaxResponseHeadersLength = 64,
        ConnectCallback = (contexte, annulation) => ConnecterAsync(contexte.DnsEndPoint, boucleLocale, annulation),
    };

    /// <summary>True when the call failed because its address is refused.</summary>
    public static bool EstInterdite(Exception e) => e is AdresseInterditeException or HttpRequestException { InnerException: AdresseInterditeException };

    private static async ValueTask<Stream> ConnecterAsync(DnsEndPoint vers, bool boucleLocale, CancellationToken annulation)
    {
        var adresses = IPAddress.TryParse(vers.Host.Trim('[', ']'), out var litterale) ? [litterale] : await Dns.GetHostAddressesAsync(vers.Host, annulation);
        // One private address among public ones is already a trap.
        if (adresses.Length == 0 || adresses.Any(a => !AdressesPubliques.EstPublique(a) && !(boucleLocale && IPAddress.IsLoopback(a))))
        {
            throw new AdresseInterditeException();
        }

        SocketException? derniere = null;
        foreach (var adresse in adresses)
        {
            var prise = new Socket(adresse.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await prise.ConnectAsync(new IPEndPoint(adresse, vers.Port), annulation);
                return new NetworkStream(prise, ownsSocket: true);
            }
            catch (SocketException e)
            {
                prise.Dispose();
                derniere = e;
            }
            catch
            {
                prise.Dispose();
                throw;
            }
        }

        throw derniere!;
    }

    private sealed class AdresseInterditeException : Exception;
}
