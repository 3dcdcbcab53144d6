using System.Text;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme;

/// <summary>The label that a text stands for, and whether it is written as it must be.</summary>
internal static class LibellesDeLaNorme
{
    /// <summary>
    /// The label when the text is it, but for the form of the apostrophe or of the accents, for spaces around, or for the space that the official
    /// pattern has lost in « Étapes numériques(La Poste) ». Null otherwise.
    /// </summary>
    public static string? Accepter(ListeFermee liste, string texte)
    {
        var libelle = liste.Trouver(texte) ?? (texte.Contains('(', StringComparison.Ordinal) ? liste.Trouver(texte.Replace("(", " (", StringComparison.Ordinal)) : null);
        return libelle is not null && (libelle == texte || Plier(libelle) == Plier(texte)) ? libelle : null;
    }

    private static string Plier(string texte) =>
        string.Concat(Kernel.Texte.TexteRecherche.Valide(texte).Normalize(NormalizationForm.FormC).Replace('’', '\'').Where(c => !char.IsWhiteSpace(c)));
}
