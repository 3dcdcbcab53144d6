using FaireAvec.Cartographie.Lecture.Lignes;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>JSON lines from a file or the standard input, answered on the standard output.</summary>
internal static class LignesDeCommande
{
    /// <returns>How many lines were answered by « erreur »; null when the file couldn't be read, which has been told.</returns>
    public static async Task<long?> TraiterAsync(FileInfo? fichier, LignesJson.Reponse repondre, CancellationToken annulation)
    {
        if (fichier is { Exists: false })
        {
            await Console.Error.WriteLineAsync($"Le fichier {fichier.FullName} n’existe pas.");
            return null;
        }

        try
        {
            await using var entree = fichier is null ? Console.OpenStandardInput() : fichier.OpenRead();
            await using var sortie = Console.OpenStandardOutput();
            return await LignesJson.TraiterAsync(entree, sortie, repondre, annulation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Also when the reader of our answers has left (« | head »).
            await Console.Error.WriteLineAsync(fichier is null ? $"Lecture ou écriture interrompue : {e.Message}" : $"Le fichier {fichier.FullName} ne peut pas être lu : {e.Message}");
            return null;
        }
    }
}
