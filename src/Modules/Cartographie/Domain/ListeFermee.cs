using System.Text;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A closed list of the standard: exact labels, in the standard's order. A label is found by its exact text, or by its slug
/// ("aide-aux-demarches-administratives"), apostrophes and Unicode forms folded.
/// </summary>
internal sealed class ListeFermee
{
    // Exact labels first, then slugs.
    private readonly Dictionary<string, string> _parTexte;

    public ListeFermee(params string[] libelles)
    {
        Libelles = libelles;
        _parTexte = libelles.ToDictionary(Plier, StringComparer.Ordinal);
        foreach (var libelle in libelles)
        {
            _parTexte.TryAdd(TexteRecherche.Slug(libelle), libelle);
        }
    }

    public IReadOnlyList<string> Libelles { get; }

    /// <summary>Slugs in the order of the labels.</summary>
    public IEnumerable<string> Slugs => Libelles.Select(TexteRecherche.Slug);

    /// <summary>The exact label, or null when the text is neither a label nor a slug.</summary>
    public string? Trouver(string texte) => _parTexte.GetValueOrDefault(Plier(TexteRecherche.Valide(texte).Trim().Normalize(NormalizationForm.FormC)));

    private static string Plier(string texte) => texte.Replace('’', '\'');
}
