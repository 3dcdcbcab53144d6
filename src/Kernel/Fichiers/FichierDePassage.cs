namespace FaireAvec.Kernel.Fichiers;

/// <summary>
/// A file to write then read again, that nobody else reads and that nothing leaves behind: where the system allows, it loses its name as soon as it is
/// open, so that even a program that is killed leaves none.
/// </summary>
public static class FichierDePassage
{
    /// <summary>Opens a new one, empty, to be closed by who asked.</summary>
    public static FileStream Ouvrir()
    {
        var chemin = Path.Combine(Path.GetTempPath(), $"faireavec-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(chemin, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var flux = new FileStream(chemin, options);
        File.Delete(chemin);
        return flux;
    }
}
