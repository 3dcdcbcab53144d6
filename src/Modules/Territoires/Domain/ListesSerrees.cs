namespace FaireAvec.Territoires.Domain;

/// <summary>
/// A list of whole numbers for each key from 0: two arrays in all instead of one for each key. Most of these lists hold nothing or one number, and
/// an array of one number weighs eight times what it holds.
/// </summary>
internal sealed class ListesSerrees
{
    // The list of a key goes from its own start to that of the next key. 65 535 numbers in all: nearly twice what France needs.
    private readonly ushort[] _debuts;
    private readonly int[] _valeurs;

    /// <param name="cles">How many keys there are.</param>
    /// <param name="couples">A key and a number of its list. Numbers of one key stay in the order given.</param>
    public ListesSerrees(int cles, IReadOnlyList<(int Cle, int Valeur)> couples)
    {
        if (couples.Count > ushort.MaxValue)
        {
            throw new InvalidDataException($"{couples.Count} pairs are more than these lists can hold.");
        }

        _debuts = new ushort[cles + 1];
        _valeurs = new int[couples.Count];
        foreach (var (cle, _) in couples)
        {
            _debuts[cle]++;
        }

        // Each start is first the end of the list; it comes back to the start as the list is filled from its end.
        for (var i = 1; i <= cles; i++)
        {
            _debuts[i] += _debuts[i - 1];
        }

        for (var i = couples.Count - 1; i >= 0; i--)
        {
            _valeurs[--_debuts[couples[i].Cle]] = couples[i].Valeur;
        }
    }

    /// <summary>The numbers of this key.</summary>
    public ReadOnlySpan<int> this[int cle] => Entre(cle, cle + 1);

    /// <summary>The numbers of all the keys from one to another, the last one left out.</summary>
    public ReadOnlySpan<int> Entre(int premiere, int apres) => _valeurs.AsSpan(_debuts[premiere].._debuts[apres]);
}
