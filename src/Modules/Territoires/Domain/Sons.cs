using System.Text;

namespace FaireAvec.Territoires.Domain;

/// <summary>
/// How a name sounds, roughly: « bordo » and « Bordeaux », « lion » and « Lyon », « renne » and « Rennes » become the same. For people who write as they
/// hear; only ever to suggest, never to decide.
/// </summary>
internal static class Sons
{
    /// <summary>The key of a name already normalised (a to z, 0 to 9, spaces).</summary>
    public static string Cle(ReadOnlySpan<char> nom)
    {
        var sons = new StringBuilder(nom.Length);
        for (var i = 0; i < nom.Length; i++)
        {
            var (son, lues) = Son(nom, i);
            i += lues - 1;
            if (son != '\0' && (sons.Length == 0 || sons[^1] != son))
            {
                sons.Append(son);
            }

            if (i + 1 == nom.Length || nom[i + 1] == ' ')
            {
                TaireLaFin(sons);
            }
        }

        return sons.ToString();
    }

    private static (char Son, int Lues) Son(ReadOnlySpan<char> nom, int i)
    {
        var reste = nom[i..];
        var suivante = reste.Length > 1 ? reste[1] : ' ';
        return reste[0] switch
        {
            _ when reste.StartsWith("eau") => ('o', 3),
            _ when reste.StartsWith("au") => ('o', 2),
            _ when reste.StartsWith("ph") => ('f', 2),
            _ when reste.StartsWith("ch") || reste.StartsWith("sh") => ('C', 2),
            _ when reste.StartsWith("qu") => ('k', 2),
            _ when reste.StartsWith("ai") || reste.StartsWith("ei") || reste.StartsWith("ay") || reste.StartsWith("ey") => ('e', 2),
            'g' when suivante == 'u' && reste.Length > 2 && Douce(reste[2]) => ('g', 2),
            'g' when Douce(suivante) => ('j', 1),
            'c' when Douce(suivante) => ('s', 1),
            'c' or 'k' or 'q' => ('k', 1),
            'z' => ('s', 1),
            'y' => ('i', 1),
            'm' when suivante is 'b' or 'p' => ('n', 1),
            'h' or ' ' => ('\0', 1),
            var lettre => (lettre, 1),
        };
    }

    private static bool Douce(char lettre) => lettre is 'e' or 'i' or 'y';

    // Letters that are not heard at the end of a word. The first sound stays.
    private static void TaireLaFin(StringBuilder sons)
    {
        while (sons.Length > 2 && sons[^1] is 'e' or 's' or 't' or 'd' or 'x' or 'p')
        {
            sons.Length--;
        }
    }
}
