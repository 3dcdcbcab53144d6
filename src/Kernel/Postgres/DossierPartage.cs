namespace FaireAvec.Kernel.Postgres;

/// <summary>
/// A folder outside the data folder, for root only: programs and clusters that the database's account must reach when the checkout
/// or the data folder is readable by root alone.
/// </summary>
internal static class DossierPartage
{
    /// <summary>Passable by everybody; each cluster in it is private to the database's account.</summary>
    public const string Racine = "/var/lib/faireavec";

    public static void Creer()
    {
        Directory.CreateDirectory(Racine);
        File.SetUnixFileMode(Racine, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }
}
