using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Reads the key of a place in an address: « {slug}-{id} », or the id alone.</summary>
internal static class CleDeLieu
{
    /// <summary>
    /// Rank of the place, or -1. Ids hold hyphens too: the id is an end of the key, after a hyphen, that is one. When several are, the one whose slug
    /// stands before it; else the longest.
    /// </summary>
    public static int Rang(IndexLieux index, string cle)
    {
        var premier = -1;
        for (var i = -1; i < cle.Length - 1;)
        {
            var rang = index.RangDe(cle[(i + 1)..]);
            if (rang >= 0 && i > 0 && cle[..i] == TexteRecherche.Slug(index[rang].Nom))
            {
                return rang;
            }

            premier = premier < 0 ? rang : premier;

            i = cle.IndexOf('-', i + 1);
            if (i < 0)
            {
                break;
            }
        }

        return premier;
    }
}
