using System.Text;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A closed list of the standard: exact labels, in the standard's order. A label is found by its exact text, or by its slug
/// ("aide-aux-demarches-administratives"), apostrophes and Unicode forms folded.
/// </summary>
internal sealed class ListeFermee
{
    private readonly Dictionary<string, string> _parSlug;

    public ListeFermee(params string[] libelles)
    {
        Libelles = libelles;
        _parSlug = libelles.ToDictionary(TexteRecherche.Slug, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Libelles { get; }

    /// <summary>Slugs in the order of the labels.</summary>
    public IEnumerable<string> Slugs => Libelles.Select(TexteRecherche.Slug);

    /// <summary>The exact label, or null when the text is neither a label nor a slug.</summary>
    public string? Trouver(string texte)
    {
        // Normalize throws on what isn't a character; no label has any.
        if (texte.Any(c => char.IsSurrogate(c) || c is >= '\uFDD0' and <= '\uFDEF' or >= '\uFFFE'))
        {
            return null;
        }

        var n = texte.Trim().Normalize(NormalizationForm.FormC).Replace('’', '\'');
        foreach (var libelle in Libelles)
        {
            if (libelle.Replace('’', '\'') == n)
            {
                return libelle;
            }
        }

        return _parSlug.GetValueOrDefault(n);
    }
}
