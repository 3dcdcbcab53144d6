using System.Text;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>Reads a text line by line, each of a bounded length: a line that is too long gives null, and the next one is read.</summary>
internal static class LignesBornees
{
    /// <summary>Characters of a line; a pair of full places has some 20 000.</summary>
    public const int Max = 2_000_000;

    public static IEnumerable<string?> Lire(TextReader lecteur)
    {
        var tampon = new char[16 * 1024];
        var ligne = new StringBuilder();
        var trop = false;
        for (int lus; (lus = lecteur.Read(tampon, 0, tampon.Length)) > 0;)
        {
            var reste = tampon.AsMemory(0, lus);
            while (!reste.IsEmpty)
            {
                var fin = reste.Span.IndexOf('\n');
                var morceau = fin < 0 ? reste : reste[..fin];
                trop |= ligne.Length + morceau.Length > Max;
                if (!trop)
                {
                    ligne.Append(morceau);
                }

                if (fin < 0)
                {
                    break;
                }

                yield return trop ? null : ligne.ToString();
                ligne.Clear();
                trop = false;
                reste = reste[(fin + 1)..];
            }
        }

        if (trop || ligne.Length > 0)
        {
            yield return trop ? null : ligne.ToString();
        }
    }
}
