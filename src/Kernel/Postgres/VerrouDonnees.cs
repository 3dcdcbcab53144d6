namespace FaireAvec.Kernel.Postgres;

/// <summary>The lock on a data folder: one server at a time. Held by the operating system, so it goes with the process, whatever way it dies.</summary>
internal sealed class VerrouDonnees : IDisposable
{
    private readonly FileStream _fichier;

    private VerrouDonnees(FileStream fichier) => _fichier = fichier;

    /// <summary>Takes the lock, or returns null when another process has it.</summary>
    public static VerrouDonnees? Prendre(string dossier)
    {
        try
        {
            Directory.CreateDirectory(dossier);
            return new VerrouDonnees(new FileStream(Path.Combine(dossier, "verrou"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ErreurDeDemarrage($"Le dossier de données {dossier} n’est pas accessible en écriture. Choisissez-en un autre avec --data.", e);
        }
        catch (IOException e) when (e.HResult is 11 or 13 or 35 || e.Message.Contains("used by another process", StringComparison.Ordinal))
        {
            return null;
        }
        catch (IOException e)
        {
            throw new ErreurDeDemarrage(MessagesPostgres.Traduire(e.Message, dossier), e);
        }
    }

    public void Dispose() => _fichier.Dispose();
}
