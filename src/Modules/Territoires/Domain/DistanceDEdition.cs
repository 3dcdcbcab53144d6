namespace FaireAvec.Territoires.Domain;

/// <summary>
/// How many letters must be added, removed, changed or swapped with the next one to go from one word to another (optimal string alignment).
/// Bit-parallel (Myers 1999, with the swaps of Hyyrö 2003): some ten operations a letter.
/// </summary>
internal readonly ref struct DistanceDEdition
{
    /// <summary>One bit a letter.</summary>
    public const int LongueurMaximale = 64;

    private readonly ulong[] _lettres;
    private readonly int _longueur;

    /// <param name="motif">1 to 64 characters; others than a–z and 0–9 equal nothing.</param>
    public DistanceDEdition(ReadOnlySpan<char> motif)
    {
        if (motif.Length is 0 or > LongueurMaximale)
        {
            throw new ArgumentException("A pattern has 1 to 64 characters.", nameof(motif));
        }

        _longueur = motif.Length;
        _lettres = new ulong[128];
        for (var i = 0; i < motif.Length; i++)
        {
            if (motif[i] < 128)
            {
                _lettres[motif[i]] |= 1UL << i;
            }
        }
    }

    /// <summary>The distance to the whole text, and the smallest distance to a beginning of it. Spaces of the text don't count.</summary>
    /// <param name="texte">In ASCII.</param>
    public (int Complete, int Debut) Calculer(ReadOnlySpan<byte> texte)
    {
        var plus = ~0UL;
        var moins = 0UL;
        var diagonale = 0UL;
        var precedente = 0UL;
        var dernier = 1UL << (_longueur - 1);
        var distance = _longueur;
        var debut = _longueur;
        foreach (var c in texte)
        {
            if (c == (byte)' ')
            {
                continue;
            }

            var egales = c < 128 ? _lettres[c] : 0;
            var echanges = ((~diagonale & egales) << 1) & precedente;
            diagonale = (((egales & plus) + plus) ^ plus) | egales | moins | echanges;
            var horizontalPlus = moins | ~(diagonale | plus);
            var horizontalMoins = diagonale & plus;
            if ((horizontalPlus & dernier) != 0)
            {
                distance++;
            }
            else if ((horizontalMoins & dernier) != 0)
            {
                distance--;
            }

            debut = Math.Min(debut, distance);
            horizontalPlus = (horizontalPlus << 1) | 1;
            horizontalMoins <<= 1;
            plus = horizontalMoins | ~(diagonale | horizontalPlus);
            moins = horizontalPlus & diagonale;
            precedente = egales;
        }

        return (distance, debut);
    }
}
