using System.Text;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.Recherche.Memoire;
using FaireAvec.Kernel.Memoire;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Finds places by the beginnings of words of their name and commune: sorted words, each with the rows that hold it.</summary>
internal sealed class IndexTextes
{
    private readonly TextesEmpaquetes _mots;

    // The rows of all words, those of a word after those of the one before it.
    private readonly int[] _rangs;
    private readonly int[] _debuts;

    /// <param name="textes">The text of each row, gone through once.</param>
    public IndexTextes(IEnumerable<string> textes)
    {
        var parMot = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (i, texte) in textes.Index())
        {
            foreach (var mot in texte.Split(' ', StringSplitOptions.RemoveEmptyEntries))
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

        string[] mots = [.. parMot.Keys.Order(StringComparer.Ordinal)];
        _mots = new TextesEmpaquetes(mots);
        _debuts = new int[mots.Length + 1];
        _rangs = new int[parMot.Values.Sum(r => r.Count)];
        for (var i = 0; i < mots.Length; i++)
        {
            var rangs = parMot[mots[i]];
            rangs.CopyTo(_rangs, _debuts[i]);
            _debuts[i + 1] = _debuts[i] + rangs.Count;
        }
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
        var (proche, ecart, places) = (-1, max + 1, 0);
        Span<char> lettres = stackalloc char[Proximite.LongueurComparee];
        for (var i = 0; i < _mots.Nombre && max > 0; i++)
        {
            // A word too long to be compared is near none.
            if (!Encoding.UTF8.TryGetChars(_mots[i], lettres, out var longueur))
            {
                continue;
            }

            var distance = Proximite.Distance(mot, lettres[..longueur], max);
            if (distance < ecart || (distance == ecart && distance <= max && Rangs(i).Length > places))
            {
                (proche, ecart, places) = (i, distance, Rangs(i).Length);
            }
        }

        return proche < 0 ? null : _mots.Texte(proche);
    }

    private HashSet<int> AvecPrefixe(string prefixe)
    {
        var octets = Encoding.UTF8.GetBytes(prefixe);
        var avec = new HashSet<int>();
        for (var i = Premier(octets); i < _mots.Nombre && _mots[i].StartsWith(octets); i++)
        {
            foreach (var rang in Rangs(i))
            {
                avec.Add(rang);
            }
        }

        return avec;
    }

    /// <summary>First word that isn't before this one.</summary>
    private int Premier(ReadOnlySpan<byte> mot)
    {
        var (debut, fin) = (0, _mots.Nombre);
        while (debut < fin)
        {
            var milieu = (debut + fin) >>> 1;
            (debut, fin) = _mots[milieu].SequenceCompareTo(mot) < 0 ? (milieu + 1, fin) : (debut, milieu);
        }

        return debut;
    }

    private ReadOnlySpan<int> Rangs(int mot) => _rangs.AsSpan(_debuts[mot].._debuts[mot + 1]);
}
