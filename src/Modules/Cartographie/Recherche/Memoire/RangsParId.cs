using System.Numerics;
using System.Text;

namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>
/// Finds the row of an id. A table of rows by the hash of their ids, which stay in their sheets: a dictionary would keep each id once more, as a string. Ids that lead to
/// the place of another are few, and apart.
/// </summary>
internal sealed class RangsParId
{
    private readonly LieuxEmpaquetes _lieux;

    // At the hash of an id, or in the first free place after it: the row + 1. At most half full.
    private readonly int[] _cases;
    private readonly Dictionary<string, int> _anciens = new(StringComparer.Ordinal);

    /// <param name="lieux">The places.</param>
    /// <param name="redirections">Ids that lead to another place.</param>
    public RangsParId(LieuxEmpaquetes lieux, IEnumerable<KeyValuePair<string, string>> redirections)
    {
        _lieux = lieux;
        _cases = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, 2 * lieux.Nombre))];
        for (var rang = 0; rang < lieux.Nombre; rang++)
        {
            var i = Case(lieux.OctetsDeLId(rang));
            while (_cases[i] != 0)
            {
                i = Suivante(i);
            }

            _cases[i] = rang + 1;
        }

        foreach (var (ancien, vers) in redirections)
        {
            if (De(vers) is >= 0 and var rang && De(ancien) < 0)
            {
                _anciens.Add(ancien, rang);
            }
        }
    }

    /// <summary>Row of an id, or −1.</summary>
    public int De(string id)
    {
        var cherche = Encoding.UTF8.GetBytes(id);
        for (var i = Case(cherche); _cases[i] != 0; i = Suivante(i))
        {
            if (_lieux.OctetsDeLId(_cases[i] - 1).SequenceEqual(cherche))
            {
                return _cases[i] - 1;
            }
        }

        return _anciens.TryGetValue(id, out var rang) ? rang : -1;
    }

    /// <summary>Every id that leads to a row, its own first.</summary>
    public IReadOnlyCollection<string> Ids(int rang) => [_lieux.IdDe(rang), .. _anciens.Where(a => a.Value == rang).Select(a => a.Key)];

    private int Case(ReadOnlySpan<byte> id)
    {
        var hachage = default(HashCode);
        hachage.AddBytes(id);
        return hachage.ToHashCode() & (_cases.Length - 1);
    }

    private int Suivante(int i) => (i + 1) & (_cases.Length - 1);
}
