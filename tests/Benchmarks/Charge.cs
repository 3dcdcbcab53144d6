using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaireAvec.Benchmarks;

/// <summary>What the load generator saw.</summary>
internal sealed record Bilan(double ParSeconde, double[] Ms, int Fautes, double OctetsParReponse);

/// <summary>
/// A load generator: keep-alive connections, one request at a time on each, addresses in turn from a file, for a bounded time. Plain sockets, because an
/// HTTP client would cost more than the server. Runs in another process: « charge PORT CONNECTIONS SECONDS FILE ».
/// </summary>
internal static class Charge
{
    /// <summary>Starts the generator and reads its answer.</summary>
    public static async Task<Bilan> LancerAsync(int port, int connexions, int secondes, IReadOnlyList<string> adresses)
    {
        var fichier = Path.GetTempFileName();
        await File.WriteAllLinesAsync(fichier, adresses);
        var depart = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var a in (string[])[typeof(Charge).Assembly.Location, "charge", .. new[] { port, connexions, secondes }.Select(n => n.ToString(CultureInfo.InvariantCulture)), fichier])
        {
            depart.ArgumentList.Add(a);
        }

        using var processus = Process.Start(depart)!;
        var lignes = (await processus.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await processus.WaitForExitAsync();
        File.Delete(fichier);
        double N(int i) => double.Parse(lignes[i], CultureInfo.InvariantCulture);
        return new Bilan(N(0), [.. lignes[3].Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))], (int)N(1), N(2));
    }

    public static async Task<int> ExecuterAsync(string[] arguments)
    {
        var n = arguments[..3].Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var (port, connexions, secondes) = (n[0], n[1], n[2]);
        var demandes = (await File.ReadAllLinesAsync(arguments[3])).Select(a => Encoding.ASCII.GetBytes($"GET {a} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).ToArray();
        var suivante = 0;
        var fin = Stopwatch.GetTimestamp() + (secondes * Stopwatch.Frequency);
        var debut = Stopwatch.GetTimestamp();
        var taches = Enumerable.Range(0, connexions).Select(_ => Task.Run(() => ConnexionAsync(port, () => demandes[(uint)Interlocked.Increment(ref suivante) % demandes.Length], fin))).ToArray();
        var resultats = await Task.WhenAll(taches);
        var duree = Stopwatch.GetElapsedTime(debut).TotalSeconds;
        var temps = resultats.SelectMany(r => r.Ms).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{temps.Length / duree}\n{resultats.Sum(r => r.Fautes)}\n{resultats.Sum(r => (double)r.Octets) / Math.Max(1, temps.Length)}"));
        // A thousand quantiles say as much as all the times.
        Console.WriteLine(string.Join(' ', Enumerable.Range(1, 1000).Select(i => Tableau.Centile(temps, i / 1000.0).ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static async Task<(List<double> Ms, int Fautes, long Octets)> ConnexionAsync(int port, Func<byte[]> demande, long fin)
    {
        using var prise = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await prise.ConnectAsync(IPAddress.Loopback, port);
        var (temps, fautes, octets, tampon) = (new List<double>(100_000), 0, 0L, new byte[1 << 20]);
        while (Stopwatch.GetTimestamp() < fin)
        {
            var debut = Stopwatch.GetTimestamp();
            await prise.SendAsync(demande());
            var lus = 0;
            do
            {
                var n = await prise.ReceiveAsync(tampon.AsMemory(lus));
                if (n == 0)
                {
                    return (temps, fautes + 1, octets);
                }

                lus += n;
            }
            while (!Complete(tampon.AsSpan(0, lus)));
            temps.Add(Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
            octets += lus;
            fautes += tampon.AsSpan(0, lus).StartsWith("HTTP/1.1 200"u8) ? 0 : 1;
        }

        return (temps, fautes, octets);
    }

    /// <summary>True when a whole answer was read.</summary>
    internal static bool Complete(ReadOnlySpan<byte> lu)
    {
        var tete = lu.IndexOf("\r\n\r\n"u8);
        if (tete < 0)
        {
            return false;
        }

        var longueur = lu[..tete].IndexOf("Content-Length: "u8);
        if (longueur < 0)
        {
            return lu.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var nombre = lu[(longueur + 16)..tete];
        var fin = nombre.IndexOf((byte)'\r');
        return lu.Length - tete - 4 >= int.Parse(fin < 0 ? nombre : nombre[..fin], CultureInfo.InvariantCulture);
    }
}
