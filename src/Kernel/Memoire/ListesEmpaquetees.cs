namespace FaireAvec.Kernel.Memoire;

/// <summary>
/// A list of whole numbers for each key from 0: two arrays in all instead of one for each key. Most of these lists hold nothing or one number, and
/// an array of one number weighs eight times what it holds.
/// </summary>
public sealed class ListesEmpaquetees
{
    // The list of a key goes from its own start to that of the next key.
    private readonly int[] _debuts;
    private readonly int[] _valeurs;

    /// <summary>For each key, the ranks that have it, in order.</summary>
    /// <param name="cles">How many keys there are.</param>
    /// <param name="cleDuRang">The key of each rank.</param>
    public ListesEmpaquetees(int cles, IReadOnlyList<int> cleDuRang)
    {
        _debuts = new int[cles + 1];
        _valeurs = new int[cleDuRang.Count];
        foreach (var cle in cleDuRang)
        {
            _debuts[cle]++;
        }

        // Each start is first the end of the list; it comes back to the start as the list is filled from its end.
        for (var i = 1; i <= cles; i++)
        {
            _debuts[i] += _debuts[i - 1];
        }

        for (var rang = cleDuRang.Count - 1; rang >= 0; rang--)
        {
            _valeurs[--_debuts[cleDuRang[rang]]] = rang;
        }
    }

    /// <summary>For each key, the numbers given with it, in the order given.</summary>
    /// <param name="cles">How many keys there are.</param>
    /// <param name="couples">A key and a number of its list.</param>
    public ListesEmpaquetees(int cles, IReadOnlyList<(int Cle, int Valeur)> couples)
        : this(cles, couples.Select(c => c.Cle).ToArray())
    {
        for (var i = 0; i < _valeurs.Length; i++)
        {
            _valeurs[i] = couples[_valeurs[i]].Valeur;
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Nombre => _debuts.Length - 1;

    /// <summary>The numbers of this key.</summary>
    public ReadOnlySpan<int> this[int cle] => Entre(cle, cle + 1);

    /// <summary>The numbers of all the keys from one to another, the last one left out.</summary>
    public ReadOnlySpan<int> Entre(int premiere, int apres) => _valeurs.AsSpan(_debuts[premiere].._debuts[apres]);
}
