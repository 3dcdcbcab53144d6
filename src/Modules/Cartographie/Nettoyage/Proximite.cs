using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>How near two short texts are, once case, accents and signs are left aside.</summary>
internal static class Proximite
{
    /// <summary>Longer texts are not compared: nothing so long is a label or a name.</summary>
    public const int LongueurComparee = 120;

    /// <summary>The comparable form without its spaces: « Saint-Étienne » and « st etienne » are one.</summary>
    public static string Cle(string? texte) => texte is null or { Length: > LongueurComparee * 2 } ? "" : TexteRecherche.Normaliser(texte).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Letters that may differ in a word of this length before it is another word: none up to 4, one up to 8, then two.</summary>
    public static int Tolerance(int longueur) => longueur switch
    {
        <= 4 => 0,
        <= 8 => 1,
        _ => 2,
    };

    /// <summary>Letters to add, remove or change to go from one text to the other; <paramref name="max"/> + 1 as soon as it is more than that.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int max)
    {
        if (Math.Abs(a.Length - b.Length) > max || a.Length > LongueurComparee || b.Length > LongueurComparee)
        {
            return max + 1;
        }

        Span<int> ligne = stackalloc int[LongueurComparee + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            ligne[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonale = ligne[0];
            ligne[0] = i;
            var meilleure = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var dessus = ligne[j];
                ligne[j] = Math.Min(Math.Min(dessus, ligne[j - 1]) + 1, diagonale + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonale = dessus;
                meilleure = Math.Min(meilleure, ligne[j]);
            }

            if (meilleure > max)
            {
                return max + 1;
            }
        }

        return Math.Min(ligne[b.Length], max + 1);
    }
}
