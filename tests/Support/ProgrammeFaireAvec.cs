using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FaireAvec.Tests.Support;

/// <summary>The real program, in a process of its own: the command line as people type it.</summary>
public sealed class ProgrammeFaireAvec : IAsyncDisposable
{
    private readonly Process _processus;
    private readonly StringBuilder _sortie = new();
    private readonly StringBuilder _erreurs = new();

    private ProgrammeFaireAvec(Process processus)
    {
        _processus = processus;
        processus.OutputDataReceived += (_, e) => Garder(_sortie, e.Data);
        processus.ErrorDataReceived += (_, e) => Garder(_erreurs, e.Data);
        processus.Start();
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
    }

    public int Pid => _processus.Id;

    public bool Fini => _processus.HasExited;

    public int Code => _processus.ExitCode;

    /// <summary>What it wrote for other programs.</summary>
    public string Sortie => Lire(_sortie);

    /// <summary>What it wrote for people.</summary>
    public string Erreurs => Lire(_erreurs);

    /// <summary>Starts « faireavec ARGUMENTS ».</summary>
    public static ProgrammeFaireAvec Lancer(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environnement = null, string? dossierCourant = null)
    {
        var depart = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = dossierCourant ?? Path.GetTempPath(),
        };
        foreach (var mot in (string[])[Path.Combine(AppContext.BaseDirectory, "faireavec.dll"), .. arguments])
        {
            depart.ArgumentList.Add(mot);
        }

        foreach (var (nom, valeur) in environnement ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            depart.Environment[nom] = valeur;
        }

        return new ProgrammeFaireAvec(new Process { StartInfo = depart });
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<ProgrammeFaireAvec> ExecuterAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environnement = null, string? dossierCourant = null)
    {
        var programme = Lancer(arguments, environnement, dossierCourant);
        await programme.FinAsync();
        return programme;
    }

    /// <summary>Starts « faireavec servir » on a free port, without the shipped data, and waits until it is ready.</summary>
    public static async Task<ProgrammeFaireAvec> ServirAsync(string dossier, params string[] arguments)
    {
        return await PretAsync(Lancer(["servir", "--port", "0", "--empty", "--data", dossier, .. arguments]));
    }

    /// <summary>The same, with the shipped data.</summary>
    public static Task<ProgrammeFaireAvec> ServirAvecDonneesAsync(string dossier) => PretAsync(Lancer(["servir", "--port", "0", "--data", dossier]));

    private static async Task<ProgrammeFaireAvec> PretAsync(ProgrammeFaireAvec programme)
    {
        try
        {
            await programme.AdresseAsync();
            return programme;
        }
        catch
        {
            await programme.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where it answers, once it is ready.</summary>
    public async Task<Uri> AdresseAsync()
    {
        const string Annonce = "FaireAvec est prêt : ";
        string? ligne = null;
        await Attente.QueAsync("« FaireAvec est prêt »", () =>
        {
            ligne = Sortie.Split('\n').FirstOrDefault(l => l.StartsWith(Annonce, StringComparison.Ordinal));
            Assert.False(ligne is null && Fini, $"It stopped before it was ready.\n{Sortie}\n{Erreurs}");
            return ligne is not null;
        }, TimeSpan.FromSeconds(60));
        return new Uri(ligne![Annonce.Length..]);
    }

    public Task SignalerAsync(string signal) => SignalerAsync(Pid, signal);

    public static async Task SignalerAsync(int pid, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end, a minute at most.</summary>
    public async Task FinAsync()
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _processus.WaitForExitAsync(limite.Token);
    }

    /// <summary>True while a process lives (a zombie doesn't).</summary>
    public static bool Vit(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_processus.HasExited)
        {
            _processus.Kill();
            await _processus.WaitForExitAsync();
        }

        _processus.Dispose();
    }

    private static void Garder(StringBuilder texte, string? ligne)
    {
        if (ligne is not null)
        {
            lock (texte)
            {
                texte.Append(ligne).Append('\n');
            }
        }
    }

    private static string Lire(StringBuilder texte)
    {
        lock (texte)
        {
            return texte.ToString();
        }
    }
}
