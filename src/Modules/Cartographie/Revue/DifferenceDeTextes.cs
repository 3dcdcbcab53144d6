namespace FaireAvec.Cartographie.Revue;

/// <summary>A line of two texts put together.</summary>
/// <param name="Signe">' ' in both, '-' in the first only, '+' in the second only.</param>
/// <param name="Texte">The line.</param>
internal sealed record LigneDeDifference(char Signe, string Texte);

/// <summary>Two texts line by line.</summary>
internal static class DifferenceDeTextes
{
    // The table of the comparison has the product of both: 4 000 × 4 000 numbers are 64 MB.
    private const int LignesMax = 4_000;

    /// <summary>All the lines of both texts, in order; lines beyond the limit are told as removed, then added.</summary>
    public static IReadOnlyList<LigneDeDifference> Comparer(string avant, string apres)
    {
        var (a, b) = (Lignes(avant), Lignes(apres));
        var debut = 0;
        while (debut < a.Length && debut < b.Length && a[debut] == b[debut])
        {
            debut++;
        }

        var fin = 0;
        while (fin < a.Length - debut && fin < b.Length - debut && a[^(fin + 1)] == b[^(fin + 1)])
        {
            fin++;
        }

        return
        [
            .. a[..debut].Select(l => new LigneDeDifference(' ', l)),
            .. Milieu(a[debut..^fin], b[debut..^fin]),
            .. a[^fin..].Select(l => new LigneDeDifference(' ', l)),
        ];
    }

    private static List<LigneDeDifference> Milieu(string[] a, string[] b)
    {
        if (a.Length > LignesMax || b.Length > LignesMax)
        {
            return [.. a.Select(l => new LigneDeDifference('-', l)), .. b.Select(l => new LigneDeDifference('+', l))];
        }

        var longueurs = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longueurs[i, j] = a[i] == b[j] ? longueurs[i + 1, j + 1] + 1 : Math.Max(longueurs[i + 1, j], longueurs[i, j + 1]);
            }
        }

        var lignes = new List<LigneDeDifference>();
        int x = 0, y = 0;
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                lignes.Add(new LigneDeDifference(' ', a[x++]));
                y++;
            }
            else if (x < a.Length && (y == b.Length || longueurs[x + 1, y] >= longueurs[x, y + 1]))
            {
                lignes.Add(new LigneDeDifference('-', a[x++]));
            }
            else
            {
                lignes.Add(new LigneDeDifference('+', b[y++]));
            }
        }

        return lignes;
    }

    private static string[] Lignes(string texte) => texte.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
