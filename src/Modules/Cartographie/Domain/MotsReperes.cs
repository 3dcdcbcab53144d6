using System.Buffers;

namespace FaireAvec.Cartographie.Domain;

/// <summary>Words, or groups of words, looked for in a text that seldom has one: one pass over it tells that there is none. Each is found in the plural too.</summary>
/// <param name="mots">Normalised.</param>
internal sealed class MotsReperes(params string[] mots)
{
    private readonly SearchValues<string> _tous = SearchValues.Create(mots, StringComparison.Ordinal);

    /// <summary>The first of these words, in their own order, that is in the text; null when none is.</summary>
    /// <param name="texte">Normalised, with a space at both ends.</param>
    public string? Trouver(string texte) => texte.AsSpan().ContainsAny(_tous) ? Array.Find(mots, m => Contient(texte, m)) : null;

    private static bool Contient(string texte, string mot)
    {
        for (var debut = texte.IndexOf(mot, StringComparison.Ordinal); debut >= 0; debut = texte.IndexOf(mot, debut + 1, StringComparison.Ordinal))
        {
            // The text ends with a space: there is a letter after the word, and one after its « s ».
            var fin = debut + mot.Length;
            if (debut > 0 && texte[debut - 1] == ' ' && (texte[fin] == ' ' || (texte[fin] == 's' && texte[fin + 1] == ' ')))
            {
                return true;
            }
        }

        return false;
    }
}
