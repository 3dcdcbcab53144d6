namespace FaireAvec.Tests.Support;

/// <summary>A folder of its own, deleted at the end. Passable by every account, because PostgreSQL runs as another one when the tests run as root.</summary>
public sealed class DossierTemporaire : IDisposable
{
    public DossierTemporaire(bool prive = false)
    {
        Chemin = Directory.CreateTempSubdirectory("faireavec-tests-").FullName;
        if (!prive)
        {
            File.SetUnixFileMode(Chemin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }
    }

    public string Chemin { get; }

    public string Sous(params string[] noms) => Path.Combine([Chemin, .. noms]);

    public void Dispose()
    {
        try
        {
            // A cluster that its account couldn't reach here was put elsewhere; it goes too.
            var pointeur = Sous("cluster");
            if (File.Exists(pointeur) && File.ReadAllText(pointeur).Trim() is { Length: > 0 } ailleurs && Directory.Exists(ailleurs))
            {
                Directory.Delete(ailleurs, recursive: true);
            }

            Directory.Delete(Chemin, recursive: true);
        }
        catch (IOException)
        {
            // A file that appears while the folder is emptied: the system cleans its temporary folder.
        }
    }
}
