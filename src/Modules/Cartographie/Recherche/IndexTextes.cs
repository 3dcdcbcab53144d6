using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Finds places by the beginnings of words of their name and commune: sorted words, each with the rows that hold it.</summary>
internal sealed class IndexTextes
{
    private readonly string[] _mots;
    private readonly int[][] _rangs;

    public IndexTextes(IReadOnlyList<string> textes)
    {
        var parMot = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < textes.Count; i++)
        {
            foreach (var mot in textes[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!parMot.TryGetValue(mot, out var rangs))
                {
                    parMot[mot] = rangs = [];
                }

                if (rangs.Count == 0 || rangs[^1] != i)
                {
                    rangs.Add(i);
                }
            }
        }

        _mots = [.. parMot.Keys.Order(StringComparer.Ordinal)];
        _rangs = [.. _mots.Select(m => parMot[m].ToArray())];
    }

    /// <summary>Rows that hold, for each word asked, a word that begins so; in order. Null when no word is asked.</summary>
    public List<int>? Chercher(string texte)
    {
        List<int>? trouves = null;
        foreach (var mot in TexteRecherche.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).OrderByDescending(m => m.Length))
        {
            var avec = AvecPrefixe(mot);
            trouves = trouves is null ? [.. avec.Order()] : trouves.FindAll(avec.Contains);
            if (trouves.Count == 0)
            {
                break;
            }
        }

        return trouves;
    }

    /// <summary>The text that was probably meant, when a word begins none of those of the places: the nearest of them in its stead. Null when there is nothing to correct, or nothing near.</summary>
    public string? Proposer(string texte)
    {
        var mots = TexteRecherche.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var proposes = Array.ConvertAll(mots, mot => AvecPrefixe(mot).Count > 0 ? mot : Proche(mot));
        return proposes.Contains(null) || proposes.SequenceEqual(mots) ? null : string.Join(' ', proposes!);
    }

    /// <summary>The nearest word, and of those that are as near, the one of most places.</summary>
    private string? Proche(string mot)
    {
        var max = Proximite.Tolerance(mot.Length);
        var (proche, ecart, places) = ((string?)null, max + 1, 0);
        for (var i = 0; i < _mots.Length && max > 0; i++)
        {
            var distance = Proximite.Distance(mot, _mots[i], max);
            if (distance < ecart || (distance == ecart && distance <= max && _rangs[i].Length > places))
            {
                (proche, ecart, places) = (_mots[i], distance, _rangs[i].Length);
            }
        }

        return proche;
    }

    private HashSet<int> AvecPrefixe(string prefixe)
    {
        var debut = Array.BinarySearch(_mots, prefixe, StringComparer.Ordinal);
        var avec = new HashSet<int>();
        for (var i = debut < 0 ? ~debut : debut; i < _mots.Length && _mots[i].StartsWith(prefixe, StringComparison.Ordinal); i++)
        {
            avec.UnionWith(_rangs[i]);
        }

        return avec;
    }
}
