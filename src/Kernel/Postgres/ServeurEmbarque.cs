using System.Diagnostics;
using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Observation;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Kernel.Postgres;

/// <summary>
/// A private PostgreSQL: made at first use, started with the product, listening on a Unix socket only, restarted when it dies, stopped by
/// fast shutdown with the product. If the product is killed, a pipe closes and a small shell tells PostgreSQL to stop: no process is left.
/// </summary>
internal sealed class ServeurEmbarque(string dossier, ILogger<ServeurEmbarque> journal) : IAsyncDisposable
{
    // $@ is the postgres command. The pipe on standard input lives as long as the product: when it closes, whatever the reason, fast shutdown.
    private const string Gardien = """
        exec 3<&0
        "$@" </dev/null 3<&- &
        p=$!
        (cat <&3; kill -INT $p) >/dev/null 2>&1 &
        w=$!
        exec 3<&-
        wait $p; c=$?
        kill $w 2>/dev/null
        exit $c
        """;

    private static readonly TimeSpan AttenteDemarrage = TimeSpan.FromSeconds(60);

    private readonly Queue<string> _sortie = new();
    private readonly CancellationTokenSource _arret = new();
    private VerrouDonnees? _verrou;
    private CompteSysteme? _compte;
    private BinairesPostgres? _binaires;
    private ClusterPostgres? _cluster;
    private Process? _processus;
    private Task _surveillance = Task.CompletedTask;

    /// <summary>Folder of the socket, once started or joined.</summary>
    public string Socket { get; private set; } = "";

    /// <summary>True when this process started the server; false when it joined the one of another process.</summary>
    public bool Demarre => _verrou is not null;

    /// <summary>Connection string for one of the roles, on the database of the product.</summary>
    public string Connexion(string role) => new NpgsqlConnectionStringBuilder
    {
        Host = Socket,
        Username = role,
        Database = Roles.Base,
        MaxPoolSize = 40,
        IncludeErrorDetail = false,
        ApplicationName = "faireavec",
    }.ConnectionString;

    /// <summary>Starts the server on the data folder. When another process has it: refuses (<paramref name="rejoindre"/> false) or joins its server.</summary>
    public async Task DemarrerAsync(bool rejoindre, CancellationToken annulation)
    {
        var attente = Stopwatch.StartNew();
        while ((_verrou = VerrouDonnees.Prendre(dossier)) is null)
        {
            var etat = EtatServeur.Lire(dossier);
            if (!rejoindre)
            {
                throw new ErreurDeDemarrage(
                    $"Une autre copie de FaireAvec utilise déjà le dossier de données {dossier}{(etat is null ? "" : $" (processus {etat.Processus})")}. Arrêtez-la, ou choisissez un autre dossier avec --data.");
            }

            if (etat is not null && await RepondAsync(etat.Socket, annulation))
            {
                Socket = etat.Socket;
                return;
            }

            if (attente.Elapsed > AttenteDemarrage)
            {
                throw new ErreurDeDemarrage($"Le dossier de données {dossier} est tenu par un autre processus de FaireAvec dont la base ne répond pas. Arrêtez-le, puis recommencez.");
            }

            await Task.Delay(200, annulation);
        }

        try
        {
            _compte = CompteSysteme.PourPostgres();
            _binaires = await BinairesPostgres.TrouverAsync(_compte, annulation);
            _cluster = await ClusterPostgres.PreparerAsync(dossier, _compte, annulation);
            Socket = _cluster.Socket;
            if (_cluster.Version is not 0 and var faite && faite != _binaires.Version)
            {
                throw new ErreurDeDemarrage(MessagesPostgres.AutreVersion(dossier, faite, _binaires.Version));
            }

            if (!_cluster.Existe)
            {
                await InitialiserAsync(annulation);
            }

            await LancerAsync(annulation);
            await CreerBaseAsync(annulation);
            new EtatServeur(Environment.ProcessId, Socket).Ecrire(dossier);
            _surveillance = Task.Run(SurveillerAsync, CancellationToken.None);
        }
        catch (IOException e)
        {
            throw new ErreurDeDemarrage(MessagesPostgres.Traduire(e.Message, dossier), e);
        }
    }

    private async Task InitialiserAsync(CancellationToken annulation)
    {
        var donnees = _cluster!.Donnees;
        // A first start that was cut short left a part of a cluster: nothing of value, made again.
        foreach (var reste in Directory.GetFileSystemEntries(donnees))
        {
            if (Directory.Exists(reste))
            {
                Directory.Delete(reste, recursive: true);
            }
            else
            {
                File.Delete(reste);
            }
        }

        var (code, sortie) = await Processus.LancerAsync(
            [.. _compte?.Prefixe ?? [], _binaires!.Initdb, "-D", donnees, "-U", Roles.Proprietaire, "--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=fr"],
            annulation);
        if (code != 0)
        {
            throw new ErreurDeDemarrage(MessagesPostgres.Traduire(sortie, dossier));
        }
    }

    private async Task LancerAsync(CancellationToken annulation)
    {
        await ArreterOrphelinAsync(annulation);
        var limite = Stopwatch.StartNew();
        while (true)
        {
            _processus = Lancer();
            while (!_processus.HasExited)
            {
                if (await RepondAsync(Socket, annulation))
                {
                    return;
                }

                if (limite.Elapsed > AttenteDemarrage)
                {
                    throw new ErreurDeDemarrage($"La base de données embarquée ne répond pas après {AttenteDemarrage.TotalSeconds:0} secondes. {DerniereSortie()}");
                }

                await Task.Delay(20, annulation);
            }

            var sortie = DerniereSortie();
            // After a crash, the old backends may live a moment longer than their postmaster.
            var passager = sortie.Contains("pre-existing shared memory block", StringComparison.Ordinal) || sortie.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal);
            if (!passager || limite.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new ErreurDeDemarrage(MessagesPostgres.Traduire(sortie, dossier));
            }

            await Task.Delay(300, annulation);
        }
    }

    private Process Lancer()
    {
        List<string> commande =
        [
            "setsid", .. _compte?.Prefixe ?? [], "sh", "-c", Gardien, "faireavec-postgres",
            _binaires!.Postgres, "-D", _cluster!.Donnees,
            "-c", "listen_addresses=",
            "-c", $"unix_socket_directories={Socket}",
            "-c", "unix_socket_permissions=0700",
            "-c", "max_connections=100",
            "-c", "shared_buffers=64MB",
            "-c", "logging_collector=off",
            "-c", "log_destination=stderr",
            "-c", "timezone=UTC",
            "-c", "log_timezone=UTC",
            "-c", "lc_messages=C",
            "-c", "jit=off",
        ];
        if (!OperatingSystem.IsLinux())
        {
            commande.RemoveAt(0);
        }

        var depart = new ProcessStartInfo(commande[0]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var mot in commande.Skip(1))
        {
            depart.ArgumentList.Add(mot);
        }

        lock (_sortie)
        {
            _sortie.Clear();
        }

        var processus = new Process { StartInfo = depart };
        processus.OutputDataReceived += (_, e) => Garder(e.Data);
        processus.ErrorDataReceived += (_, e) => Garder(e.Data);
        processus.Start();
        processus.BeginErrorReadLine();
        processus.BeginOutputReadLine();
        return processus;
    }

    private void Garder(string? ligne)
    {
        if (string.IsNullOrEmpty(ligne))
        {
            return;
        }

        lock (_sortie)
        {
            _sortie.Enqueue(ligne);
            if (_sortie.Count > 40)
            {
                _sortie.Dequeue();
            }
        }
    }

    private string DerniereSortie()
    {
        lock (_sortie)
        {
            return string.Join('\n', _sortie);
        }
    }

    /// <summary>A postmaster that outlived its guardian (killed by hand) still holds the cluster: it is asked to stop before a new one starts.</summary>
    private async Task ArreterOrphelinAsync(CancellationToken annulation)
    {
        var fichier = Path.Combine(_cluster!.Donnees, "postmaster.pid");
        if (!File.Exists(fichier) || !int.TryParse(File.ReadLines(fichier).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
        {
            return;
        }

        if (!EstPostgres(pid))
        {
            return;
        }

        journal.LogWarning("A PostgreSQL of an earlier run still holds the cluster; it is asked to stop");
        await Processus.LancerAsync(["kill", "-INT", pid.ToString(CultureInfo.InvariantCulture)], annulation);
        for (var i = 0; i < 100 && EstPostgres(pid); i++)
        {
            await Task.Delay(100, annulation);
        }
    }

    private bool EstPostgres(int pid)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/cmdline")).Contains(_cluster!.Donnees, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task CreerBaseAsync(CancellationToken annulation)
    {
        var pret = Path.Combine(_cluster!.Donnees, "faireavec.pret");
        if (File.Exists(pret))
        {
            return;
        }

        await using var connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connexion(Roles.Proprietaire)) { Database = "postgres", Pooling = false }.ConnectionString);
        await connexion.OpenAsync(annulation);
        await using var existe = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{Roles.Base}'", connexion);
        if (await existe.ExecuteScalarAsync(annulation) is null)
        {
            await using var creer = new NpgsqlCommand($"CREATE DATABASE {Roles.Base}", connexion);
            await creer.ExecuteNonQueryAsync(annulation);
        }

        await File.WriteAllTextAsync(pret, "1\n", annulation);
    }

    private async Task SurveillerAsync()
    {
        while (!_arret.IsCancellationRequested)
        {
            try
            {
                // Not WaitForExitAsync: it also waits for the pipes, which old backends may hold a long time.
                while (!_processus!.HasExited)
                {
                    await Task.Delay(100, _arret.Token);
                }

                if (_arret.IsCancellationRequested)
                {
                    return;
                }

                journal.LogError("The embedded PostgreSQL stopped by itself; it is started again");
                _processus.Dispose();
                await LancerAsync(_arret.Token);
                journal.LogInformation("The embedded PostgreSQL is back");
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ErreurDeDemarrage e)
            {
                journal.LogError("The embedded PostgreSQL can't be started again: {Message}", SansDonnees.Resumer(e));
                await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
            }
        }
    }

    private static async Task<bool> RepondAsync(string socket, CancellationToken annulation)
    {
        if (!File.Exists(Path.Combine(socket, ".s.PGSQL.5432")))
        {
            return false;
        }

        try
        {
            await using var connexion = new NpgsqlConnection($"Host={socket};Username={Roles.Proprietaire};Database=postgres;Pooling=false;Timeout=5");
            await connexion.OpenAsync(annulation);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Fast shutdown of a server that this process started; nothing for a joined one.</summary>
    public async ValueTask DisposeAsync()
    {
        await _arret.CancelAsync();
        if (_processus is not null)
        {
            try
            {
                _processus.StandardInput.Close();
                using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(15));
                await _processus.WaitForExitAsync(limite.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or IOException)
            {
                journal.LogWarning("The embedded PostgreSQL didn't stop in time: {Message}", SansDonnees.Resumer(e));
            }

            await _surveillance;
            _processus.Dispose();
        }

        if (_verrou is not null)
        {
            EtatServeur.Effacer(dossier);
            if (_cluster is { SocketProvisoire: true })
            {
                Directory.Delete(_cluster.Socket, recursive: true);
            }

            _verrou.Dispose();
            _verrou = null;
        }

        _arret.Dispose();
    }
}
