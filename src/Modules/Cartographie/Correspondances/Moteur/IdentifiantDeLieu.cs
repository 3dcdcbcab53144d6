using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// The id of a place: source, underscore, the source's own id; or, when it has none, a key of what changes least. The key is made of what the source
/// wrote, not of what the cleaning made of it: a better cleaning must not change the addresses of pages.
/// </summary>
internal static class IdentifiantDeLieu
{
    public const int LongueurMax = 200;

    public static string Faire(string source, string? local, IReadOnlyList<string> cle, Brouillon brouillon)
    {
        if (local is not null)
        {
            var propre = string.Join('-', local.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return propre.Length <= LongueurMax ? $"{source}_{propre}" : $"{source}_{Empreinte(propre)}";
        }

        return $"{source}_{Empreinte(string.Join('|', cle.Select(c => TexteRecherche.Normaliser(brouillon.Texte(c)))))}";
    }

    private static string Empreinte(string texte) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte)))[..14];
}
