using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme;

/// <summary>The label that somebody meant, when only a few letters differ.</summary>
/// <param name="libelles">The labels that are admitted.</param>
internal sealed class LibelleProche(IEnumerable<string> libelles)
{
    private const int LongueurMax = 120;
    private readonly (string Libelle, string Plie)[] _libelles = [.. libelles.Select(l => (l, TexteRecherche.Normaliser(l)))];

    public string? Trouver(string texte)
    {
        var plie = TexteRecherche.Normaliser(texte.Length > LongueurMax ? texte[..LongueurMax] : texte);
        if (plie.Length == 0)
        {
            return null;
        }

        var (meilleur, moindre) = ((string?)null, int.MaxValue);
        foreach (var (libelle, cible) in _libelles)
        {
            // A quarter of the letters may be wrong; the start of a long label is enough.
            var seuil = Math.Max(1, Math.Min(cible.Length, plie.Length) / 4);
            var distance = plie.Length >= 5 && (cible.StartsWith(plie, StringComparison.Ordinal) || plie.StartsWith(cible + " ", StringComparison.Ordinal)) ? 1 : Distance(plie, cible, seuil);
            if (distance <= seuil && distance < moindre)
            {
                (meilleur, moindre) = (libelle, distance);
            }
        }

        return meilleur;
    }

    /// <summary>Levenshtein, given up above the threshold.</summary>
    private static int Distance(string a, string b, int seuil)
    {
        if (Math.Abs(a.Length - b.Length) > seuil)
        {
            return int.MaxValue;
        }

        Span<int> ligne = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            ligne[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonale, minimum) = (ligne[0], ligne[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cout = Math.Min(Math.Min(ligne[j] + 1, ligne[j - 1] + 1), diagonale + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonale, ligne[j]) = (ligne[j], cout);
                minimum = Math.Min(minimum, cout);
            }

            if (minimum > seuil)
            {
                return int.MaxValue;
            }
        }

        return ligne[b.Length];
    }
}
