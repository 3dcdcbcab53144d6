using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>
/// The network between a telephone and the site: an address of its own, that can be cut for good, or at the moment when the site has received something and its
/// answer is on the way. What a browser pretends of itself when it is told to be offline isn't as hard.
/// </summary>
internal sealed class CoupureDeReseau : IAsyncDisposable
{
    private readonly TcpListener _ecoute = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _fin = new();
    private readonly Lock _verrou = new();
    private readonly List<Socket> _ouvertes = [];
    private Uri _site;
    private bool _coupe;
    private string? _retenue;
    private TimeSpan _retard;
    private string? _reponseACouper;

    public CoupureDeReseau(Uri site)
    {
        _site = site;
        _ecoute.Start();
        Adresse = new Uri($"http://127.0.0.1:{((IPEndPoint)_ecoute.LocalEndpoint).Port}/");
        _ = AccepterAsync();
    }

    public Uri Adresse { get; }

    /// <summary>How many answers were cut.</summary>
    public int Coupees { get; private set; }

    /// <summary>Nothing passes any more.</summary>
    public void Couper()
    {
        lock (_verrou)
        {
            _coupe = true;
            _ouvertes.ForEach(s => s.Dispose());
            _ouvertes.Clear();
        }
    }

    public void Retablir() => _coupe = false;

    /// <summary>Answers to this request (« GET /activites ») come that much later; null: none any more.</summary>
    public void Retenir(string? requete, TimeSpan retard = default) => (_retenue, _retard) = (requete, retard);

    /// <summary>The next request to this address reaches the site, and its answer doesn't come back; then all is cut.</summary>
    public void CouperLaReponse(string chemin) => _reponseACouper = chemin;

    /// <summary>Another server answers from now on: the site was updated.</summary>
    public void Vers(Uri site)
    {
        _site = site;
        lock (_verrou)
        {
            _ouvertes.ForEach(s => s.Dispose());
            _ouvertes.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _fin.CancelAsync();
        Couper();
        _ecoute.Dispose();
        _fin.Dispose();
    }

    private async Task AccepterAsync()
    {
        try
        {
            while (true)
            {
                var client = await _ecoute.AcceptSocketAsync(_fin.Token);
                _ = ServirAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The end.
        }
    }

    private async Task ServirAsync(Socket client)
    {
        using var vers = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_verrou)
        {
            if (_coupe)
            {
                client.Close(0);
                return;
            }

            _ouvertes.Add(client);
            _ouvertes.Add(vers);
        }

        try
        {
            await vers.ConnectAsync(IPAddress.Loopback, _site.Port);
            var coupee = new Sort();
            await Task.WhenAny(AllerAsync(client, vers, coupee), RevenirAsync(vers, client, coupee));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task AllerAsync(Socket de, Socket vers, Sort coupee)
    {
        var tampon = new byte[64 * 1024];
        for (int lus; (lus = await de.ReceiveAsync(tampon)) > 0;)
        {
            var debut = Encoding.ASCII.GetString(tampon, 0, Math.Min(lus, 300));
            if (_retenue is { } retenue && debut.StartsWith($"{retenue} ", StringComparison.Ordinal))
            {
                coupee.Retard = _retard;
            }

            if (_reponseACouper is { } chemin && debut.StartsWith($"POST {chemin} ", StringComparison.Ordinal))
            {
                (_reponseACouper, coupee.Oui) = (null, true);
            }

            await vers.SendAsync(tampon.AsMemory(0, lus));
        }
    }

    private async Task RevenirAsync(Socket de, Socket vers, Sort coupee)
    {
        var tampon = new byte[64 * 1024];
        for (int lus; (lus = await de.ReceiveAsync(tampon)) > 0;)
        {
            if (coupee.Oui)
            {
                // The site has answered, so it has written.
                Coupees++;
                Couper();
                return;
            }

            if (coupee.Retard > TimeSpan.Zero)
            {
                await Task.Delay(coupee.Retard);
                coupee.Retard = TimeSpan.Zero;
            }

            await vers.SendAsync(tampon.AsMemory(0, lus));
        }
    }

    private sealed class Sort
    {
        public bool Oui { get; set; }

        public TimeSpan Retard { get; set; }
    }
}
