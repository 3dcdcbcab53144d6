using System.Runtime.InteropServices;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A value that a whole network gives to all its places — a price, a way of coming, a way of being helped — was said by the network, not by each place: it is
/// kept, since it is likely, and shown « d’après » the network. Some places may have been corrected since: the value stays the network's in all the others.
/// </summary>
internal static class ValeursDuReseau
{
    /// <summary>Below this number of places, all may well have said the same.</summary>
    public const int Minimum = 100;

    /// <summary>One place in so many may say otherwise.</summary>
    public const int Ecart = 100;

    /// <summary>The values of a field that are those of a source.</summary>
    /// <param name="lieux">Source and values of every place.</param>
    public static IReadOnlySet<(string Source, string Valeur)> De(IEnumerable<(string Source, IReadOnlyList<string> Valeurs)> lieux)
    {
        var nombres = new Dictionary<string, int>(StringComparer.Ordinal);
        var presences = new Dictionary<(string Source, string Valeur), int>();
        foreach (var (source, valeurs) in lieux)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(nombres, source, out _)++;
            for (var i = 0; i < valeurs.Count; i++)
            {
                // A value said twice by a place counts once; lists are short.
                var premiere = true;
                for (var j = 0; j < i && premiere; j++)
                {
                    premiere = valeurs[j] != valeurs[i];
                }

                if (premiere)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(presences, (source, valeurs[i]), out _)++;
                }
            }
        }

        return presences.Where(p => nombres[p.Key.Source] is >= Minimum and var nombre && nombre - p.Value <= nombre / Ecart).Select(p => p.Key).ToHashSet();
    }
}
