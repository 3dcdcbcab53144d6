using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FaireAvec.Benchmarks;

/// <summary>Sends requests made one by one, each connection one at a time, for a bounded time. 200 and 201 are good answers.</summary>
internal static class ChargeDActes
{
    public static async Task<(double[] Ms, int Fautes)> EnvoyerAsync(int port, int connexions, TimeSpan duree, Func<int, byte[]> demande, int premiere)
    {
        var suivante = premiere;
        var debut = Stopwatch.StartNew();
        var resultats = await Task.WhenAll(Enumerable.Range(0, connexions).Select(_ => Task.Run(async () =>
        {
            using var prise = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await prise.ConnectAsync(IPAddress.Loopback, port);
            var (temps, fautes, tampon) = (new List<double>(100_000), 0, new byte[16_384]);
            while (debut.Elapsed < duree)
            {
                var octets = demande(Interlocked.Increment(ref suivante));
                var depart = Stopwatch.GetTimestamp();
                await prise.SendAsync(octets);
                var lus = 0;
                do
                {
                    var n = await prise.ReceiveAsync(tampon.AsMemory(lus));
                    if (n == 0)
                    {
                        return (temps, fautes + 1);
                    }

                    lus += n;
                }
                while (!Charge.Complete(tampon.AsSpan(0, lus)));
                temps.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
                fautes += tampon.AsSpan(0, lus).StartsWith("HTTP/1.1 20"u8) ? 0 : 1;
            }

            return (temps, fautes);
        })));
        return ([.. resultats.SelectMany(r => r.Item1)], resultats.Sum(r => r.Item2));
    }
}
