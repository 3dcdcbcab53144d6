using FaireAvec.Kernel.Postgres;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Kernel.Securite;

/// <summary>
/// Secrets given by files instead of the environment, which every process of the account can read: « Courrier__MotDePasse__Fichier=/run/secrets/courriel »
/// gives the content of the file to « Courrier__MotDePasse ». For any setting of a section.
/// </summary>
public static class SecretsDeFichiers
{
    private const string Fin = ":Fichier";

    // A secret is a line; a big file is another file, given by mistake.
    private const int TailleMax = 64 * 1024;

    /// <summary>Reads the files that the settings name so far. Throws <see cref="ErreurDeDemarrage"/> with a sentence for one that can't be read.</summary>
    public static IConfigurationBuilder AddSecretsDeFichiers(this IConfigurationBuilder builder, IConfiguration lue)
    {
        var secrets = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (cle, chemin) in lue.AsEnumerable())
        {
            // « Cles:Fichier » names the setting itself: there must be a section before the setting.
            if (chemin is { Length: > 0 } && cle.EndsWith(Fin, StringComparison.OrdinalIgnoreCase) && cle[..^Fin.Length].Contains(':', StringComparison.Ordinal))
            {
                secrets[cle[..^Fin.Length]] = Lire(cle, chemin);
            }
        }

        return secrets.Count > 0 ? builder.AddInMemoryCollection(secrets) : builder;
    }

    private static string Lire(string cle, string chemin)
    {
        try
        {
            return new FileInfo(chemin) is { Exists: true, Length: <= TailleMax } ? File.ReadAllText(chemin).TrimEnd('\r', '\n') : throw new FileNotFoundException("introuvable, ou trop gros pour un secret");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ErreurDeDemarrage($"Le fichier « {chemin} », donné par {cle.Replace(":", "__", StringComparison.Ordinal)}, ne se lit pas : {e.Message}", e);
        }
    }
}
