using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Ui.Formulaires;

/// <summary>
/// What somebody wrote in a form that can't be taken: given back to be copied, so that nothing is to be written again from memory. It stays in the page, never
/// on the server.
/// </summary>
public static class TextesTapes
{
    /// <summary>A form longer than that isn't one of ours, or has a file.</summary>
    private const long OctetsMax = 256 * 1024;

    private const int Nombre = 20;

    /// <summary>Shorter than this, it is chosen or typed again at once.</summary>
    private const int LongueurMin = 12;

    // What proves something is never shown, and what belongs to the form itself isn't anybody's words.
    private static readonly string[] Tus = ["Code", "Graine", "Etat", "retour", "__RequestVerificationToken"];

    /// <summary>The texts of the form that was sent, in the order of its fields; none when it can't be read.</summary>
    public static async Task<IReadOnlyList<string>> LireAsync(HttpRequest requete, CancellationToken annulation)
    {
        if (!HttpMethods.IsPost(requete.Method) || !requete.HasFormContentType || requete.ContentLength is null or > OctetsMax)
        {
            return [];
        }

        try
        {
            return De(await requete.ReadFormAsync(annulation));
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or IOException)
        {
            return [];
        }
    }

    /// <summary>The texts of these fields: several words, not a choice nor a number.</summary>
    public static IReadOnlyList<string> De(IEnumerable<KeyValuePair<string, StringValues>> champs) =>
        [.. champs.Where(c => !Tus.Contains(c.Key, StringComparer.OrdinalIgnoreCase)).SelectMany(c => c.Value).OfType<string>().Select(v => v.Trim()).Where(EstUnTexte).Distinct(StringComparer.Ordinal).Take(Nombre)];

    private static bool EstUnTexte(string valeur) => valeur.Length >= LongueurMin && valeur.Any(char.IsWhiteSpace) && valeur.Any(char.IsLetter);
}
