using FaireAvec.Cartographie.Lecture.Lignes;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>JSON lines from a file or the standard input, answered on the standard output.</summary>
internal static class LignesDeCommande
{
    /// <summary>What the exit code says, for the help of each of these commands.</summary>
    public const string Codes = "Code de sortie : 0 quand chaque ligne a été lue (une réponse « erreur » sur ce qu’elle contient est une réponse), 1 quand une ligne n’est pas une question ou que le fichier est illisible";

    /// <returns>The exit code, whose reason has been told.</returns>
    public static async Task<int> TraiterAsync(FileInfo? fichier, LignesJson.Reponse repondre, CancellationToken annulation)
    {
        if (fichier is { Exists: false })
        {
            await Console.Error.WriteLineAsync($"Le fichier {fichier.FullName} n’existe pas.");
            return 1;
        }

        try
        {
            await using var entree = fichier is null ? Console.OpenStandardInput() : fichier.OpenRead();
            await using var sortie = Console.OpenStandardOutput();
            return await SortirAsync(await LignesJson.TraiterAsync(entree, sortie, repondre, annulation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Also when the reader of our answers has left (« | head »).
            await Console.Error.WriteLineAsync(fichier is null ? $"Lecture ou écriture interrompue : {e.Message}" : $"Le fichier {fichier.FullName} ne peut pas être lu : {e.Message}");
            return 1;
        }
    }

    /// <summary>Tells how many lines couldn't be read; gives the exit code.</summary>
    public static async Task<int> SortirAsync(long illisibles)
    {
        if (illisibles > 0)
        {
            await Console.Error.WriteLineAsync(illisibles == 1 ? "Une ligne n’a pas pu être lue." : $"{illisibles} lignes n’ont pas pu être lues.");
        }

        return illisibles == 0 ? 0 : 1;
    }
}
