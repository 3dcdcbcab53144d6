using System.Text.Json;

namespace FaireAvec.Kernel.Postgres;

/// <summary>What a running server leaves in its data folder so that other commands can join it.</summary>
/// <param name="Processus">Process id of the product.</param>
/// <param name="Socket">Folder of the Unix socket of the database.</param>
internal sealed record EtatServeur(int Processus, string Socket)
{
    private static string Chemin(string dossier) => Path.Combine(dossier, "serveur.json");

    public static EtatServeur? Lire(string dossier)
    {
        try
        {
            return JsonSerializer.Deserialize<EtatServeur>(File.ReadAllBytes(Chemin(dossier)));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Ecrire(string dossier)
    {
        var provisoire = Chemin(dossier) + ".nouveau";
        File.WriteAllBytes(provisoire, JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(provisoire, Chemin(dossier), overwrite: true);
    }

    public static void Effacer(string dossier) => File.Delete(Chemin(dossier));
}
