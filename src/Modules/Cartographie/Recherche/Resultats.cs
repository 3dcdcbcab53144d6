namespace FaireAvec.Cartographie.Recherche;

/// <summary>One place found.</summary>
/// <param name="Rang">Its row in the index.</param>
/// <param name="DistanceM">Metres from the centre, or null without a centre or a position.</param>
/// <param name="Cle">First part of the sort key, for the cursor.</param>
internal readonly record struct LieuTrouve(int Rang, double? DistanceM, double Cle);

/// <summary>A page of results.</summary>
/// <param name="Total">All places that answer, not only this page.</param>
/// <param name="Lieux">This page.</param>
/// <param name="Suivant">Where the next page starts, or null at the end.</param>
/// <param name="Comptes">Counts for the filters, when asked.</param>
internal sealed record Resultats(int Total, IReadOnlyList<LieuTrouve> Lieux, Curseur? Suivant, Comptes? Comptes);

/// <summary>For each value of each filter, how many places would be found if it were chosen; the other filters stay.</summary>
internal sealed class Comptes
{
    private readonly int[] _bits = new int[64];

    public int Ouverts { get; set; }

    public int Fermes { get; set; }

    public int OuvertureInconnue { get; set; }

    /// <summary>Adds one to each value set in <paramref name="bits"/>.</summary>
    public void Compter(ulong bits)
    {
        while (bits != 0)
        {
            _bits[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
            bits &= bits - 1;
        }
    }

    public void Compter(Ouverture ouverture)
    {
        switch (ouverture)
        {
            case Ouverture.Ouvert:
                Ouverts++;
                break;
            case Ouverture.Ferme:
                Fermes++;
                break;
            default:
                OuvertureInconnue++;
                break;
        }
    }

    /// <summary>Count of the value number <paramref name="i"/> of a filter; the last is « non renseigné ».</summary>
    public int De(Filtre filtre, int i) => _bits[filtre.Decalage + i];
}
