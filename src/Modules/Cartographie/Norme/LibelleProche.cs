using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme;

/// <summary>The label that somebody meant, when only a few letters differ.</summary>
/// <param name="libelles">The labels that are admitted.</param>
internal sealed class LibelleProche(IEnumerable<string> libelles)
{
    private readonly (string Libelle, string Plie)[] _libelles = [.. libelles.Select(l => (l, TexteRecherche.Normaliser(l)))];

    public string? Trouver(string texte)
    {
        var plie = TexteRecherche.Normaliser(texte.Length > Proximite.LongueurComparee ? texte[..Proximite.LongueurComparee] : texte);
        if (plie.Length == 0)
        {
            return null;
        }

        var (meilleur, moindre) = ((string?)null, int.MaxValue);
        foreach (var (libelle, cible) in _libelles)
        {
            // A quarter of the letters may be wrong; the start of a long label is enough.
            var seuil = Math.Max(1, Math.Min(cible.Length, plie.Length) / 4);
            var distance = plie.Length >= 5 && (cible.StartsWith(plie, StringComparison.Ordinal) || plie.StartsWith(cible + " ", StringComparison.Ordinal)) ? 1 : Proximite.Distance(plie, cible, seuil);
            if (distance <= seuil && distance < moindre)
            {
                (meilleur, moindre) = (libelle, distance);
            }
        }

        return meilleur;
    }
}
