using System.Globalization;

namespace FaireAvec.Kernel.Postgres;

/// <summary>
/// The folders of an embedded cluster: data and socket. Normally inside the data folder; for root, in <see cref="DossierPartage"/> when the
/// data folder can't be passed by the database's account (then a pointer file stays in the data folder).
/// </summary>
internal sealed class ClusterPostgres
{
    // Linux allows 107 bytes for a socket's path; others 103. ".s.PGSQL.5432" takes 14 with its slash.
    private const int LongueurSocketMax = 100 - 14;

    private ClusterPostgres(string donnees, string socket, bool socketProvisoire)
    {
        Donnees = donnees;
        Socket = socket;
        SocketProvisoire = socketProvisoire;
    }

    /// <summary>PGDATA.</summary>
    public string Donnees { get; }

    /// <summary>Folder of the Unix socket, private to the database's account.</summary>
    public string Socket { get; }

    /// <summary>True when the socket's folder is a short one outside the data folder, to delete at the end.</summary>
    public bool SocketProvisoire { get; }

    public bool Existe => Complet(Donnees);

    /// <summary>Major version of PostgreSQL that made the cluster; 0 when there is none yet.</summary>
    public int Version => Existe && int.TryParse(File.ReadAllText(Path.Combine(Donnees, "PG_VERSION")).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;

    /// <summary>Whether a data folder already holds a cluster, there or where its pointer says. Makes nothing.</summary>
    public static bool ExisteDans(string dossier) => Complet(Path.Combine(Ailleurs(dossier) ?? dossier, "postgres"));

    /// <summary>Chooses the folders and makes them.</summary>
    public static async Task<ClusterPostgres> PreparerAsync(string dossier, CompteSysteme? compte, CancellationToken annulation)
    {
        var racine = dossier;
        if (compte is not null)
        {
            if (Ailleurs(dossier) is { } ailleurs)
            {
                racine = ailleurs;
            }
            else if (!await PeutEntrerAsync(dossier, compte, annulation))
            {
                DossierPartage.Creer();
                racine = Path.Combine(DossierPartage.Racine, $"donnees-{Guid.CreateVersion7():N}");
                Directory.CreateDirectory(racine);
                File.WriteAllText(Pointeur(dossier), racine + "\n");
            }
        }

        var donnees = Path.Combine(racine, "postgres");
        var socket = Path.Combine(racine, "socket");
        var provisoire = System.Text.Encoding.UTF8.GetByteCount(socket) > LongueurSocketMax;
        if (provisoire)
        {
            socket = Path.Combine("/tmp", $"faireavec-{Guid.CreateVersion7():N}"[..28]);
        }

        foreach (var d in (string[])[donnees, socket])
        {
            await CreerPriveAsync(d, compte, annulation);
        }

        return new ClusterPostgres(donnees, socket, provisoire);
    }

    private static bool Complet(string donnees) => File.Exists(Path.Combine(donnees, "PG_VERSION")) && File.Exists(Path.Combine(donnees, "faireavec.pret"));

    private static string Pointeur(string dossier) => Path.Combine(dossier, "cluster");

    private static string? Ailleurs(string dossier) =>
        File.Exists(Pointeur(dossier)) && File.ReadAllText(Pointeur(dossier)).Trim() is { Length: > 0 } ailleurs && Directory.Exists(ailleurs) ? ailleurs : null;

    private static async Task<bool> PeutEntrerAsync(string dossier, CompteSysteme compte, CancellationToken annulation) =>
        (await Processus.LancerAsync([.. compte.Prefixe, "test", "-x", dossier], annulation)).Code == 0;

    private static async Task CreerPriveAsync(string dossier, CompteSysteme? compte, CancellationToken annulation)
    {
        try
        {
            Directory.CreateDirectory(dossier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.SetUnixFileMode(dossier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ErreurDeDemarrage(MessagesPostgres.Traduire(e.Message, dossier), e);
        }

        if (compte is not null)
        {
            var (code, sortie) = await Processus.LancerAsync(["chown", "-R", $"{compte.Uid}:{compte.Gid}", dossier], annulation);
            if (code != 0)
            {
                throw new ErreurDeDemarrage($"Le dossier {dossier} ne peut pas être donné au compte « {compte.Nom} » : {sortie.Trim()}");
            }
        }
    }
}
