using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FaireAvec.Benchmarks;

/// <summary>The real server in its own process: « faireavec servir » on 127.0.0.1 with an embedded database in a folder of its own.</summary>
internal sealed class Serveur : IAsyncDisposable
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process _processus;

    private Serveur(Process processus, int port) => (_processus, Port) = (processus, port);

    public int Port { get; }

    public int Processus => _processus.Id;

    /// <summary>Processor time that the server has used, in milliseconds.</summary>
    public double Processeur
    {
        get
        {
            _processus.Refresh();
            return _processus.TotalProcessorTime.TotalMilliseconds;
        }
    }

    public string Adresse => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>Time from the launch to the first « /sante » 200.</summary>
    public TimeSpan Demarrage { get; private set; }

    public static async Task<Serveur> DemarrerAsync(string racine, string dossier)
    {
        var port = PortLibre();
        var chrono = Stopwatch.StartNew();
        var serveur = new Serveur(Lancer(racine, "servir", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", dossier), port);
        while (true)
        {
            if (serveur._processus.HasExited)
            {
                throw new InvalidOperationException($"The server stopped with code {serveur._processus.ExitCode}.");
            }

            try
            {
                using var reponse = await Client.GetAsync(new Uri($"{serveur.Adresse}/sante"));
                if (reponse.IsSuccessStatusCode)
                {
                    serveur.Demarrage = chrono.Elapsed;
                    return serveur;
                }
            }
            catch (HttpRequestException)
            {
                // Doesn't listen yet.
            }

            if (chrono.Elapsed > TimeSpan.FromMinutes(5))
            {
                await serveur.DisposeAsync();
                throw new TimeoutException("The server isn't ready after five minutes.");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>SIGTERM; the time until no process of the server is left, database included.</summary>
    public async Task<TimeSpan> ArreterAsync()
    {
        var enfants = Descendants(_processus.Id).ToList();
        var chrono = Stopwatch.StartNew();
        using (Process.Start("kill", ["-TERM", _processus.Id.ToString(CultureInfo.InvariantCulture)]))
        {
        }

        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _processus.WaitForExitAsync(limite.Token);
        while (enfants.Exists(Vivant))
        {
            await Task.Delay(5, limite.Token);
        }

        return chrono.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_processus.HasExited)
        {
            await ArreterAsync();
        }

        _processus.Dispose();
    }

    /// <summary>Runs a command of the product to its end; its time.</summary>
    public static async Task<TimeSpan> CommanderAsync(string racine, params string[] arguments)
    {
        var chrono = Stopwatch.StartNew();
        using var processus = Lancer(racine, arguments);
        await processus.WaitForExitAsync();
        return processus.ExitCode == 0 ? chrono.Elapsed : throw new InvalidOperationException($"faireavec {string.Join(' ', arguments)}: code {processus.ExitCode}");
    }

    /// <summary>Runs a command of the product; the lines that it prints.</summary>
    public static async Task<IReadOnlyList<string>> SortieAsync(string racine, params string[] arguments)
    {
        var depart = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = racine, RedirectStandardOutput = true };
        depart.ArgumentList.Add(Path.Combine(racine, "src", "Host", "bin", "Release", "net10.0", "faireavec.dll"));
        foreach (var a in arguments)
        {
            depart.ArgumentList.Add(a);
        }

        using var processus = Process.Start(depart)!;
        var lignes = (await processus.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await processus.WaitForExitAsync();
        return processus.ExitCode == 0 ? lignes : throw new InvalidOperationException($"faireavec {string.Join(' ', arguments)}: code {processus.ExitCode}");
    }

    public static string DossierProvisoire() => Directory.CreateTempSubdirectory("faireavec-mesure-").FullName;

    private static Process Lancer(string racine, params string[] arguments)
    {
        var depart = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = racine, RedirectStandardOutput = true };
        depart.ArgumentList.Add(Path.Combine(racine, "src", "Host", "bin", "Release", "net10.0", "faireavec.dll"));
        foreach (var a in arguments)
        {
            depart.ArgumentList.Add(a);
        }

        depart.Environment["FAIREAVEC_LIMITES"] = "non";
        var processus = Process.Start(depart)!;
        processus.BeginOutputReadLine();
        return processus;
    }

    /// <summary>Running; a process that has ended may stay listed until its parent asks for its code.</summary>
    private static bool Vivant(int processus)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processus}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }

    private static IEnumerable<int> Descendants(int pere)
    {
        var fichier = $"/proc/{pere}/task/{pere}/children";
        if (!Directory.Exists($"/proc/{pere}/task"))
        {
            yield break;
        }

        // Children may come from any thread of the process.
        foreach (var tache in Directory.GetDirectories($"/proc/{pere}/task"))
        {
            fichier = Path.Combine(tache, "children");
            foreach (var mot in File.Exists(fichier) ? File.ReadAllText(fichier).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                var enfant = int.Parse(mot, CultureInfo.InvariantCulture);
                yield return enfant;
                foreach (var petit in Descendants(enfant))
                {
                    yield return petit;
                }
            }
        }
    }
}
