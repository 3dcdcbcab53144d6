using System.Numerics;

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

    public int Ouverts { get; private set; }

    public int Fermes { get; private set; }

    public int OuvertureInconnue { get; private set; }

    /// <summary>Adds the rows of a word to the values of a filter.</summary>
    /// <param name="filtre">The filter.</param>
    /// <param name="bits">For each bit of the filters, the rows of the word that have it.</param>
    /// <param name="lignes">The rows that count.</param>
    public void Compter(Filtre filtre, ReadOnlySpan<ulong> bits, ulong lignes)
    {
        var (debut, nombre) = (filtre.Decalage, filtre.Nombre);
        var comptes = _bits.AsSpan(debut, nombre);
        var valeurs = bits.Slice(debut, nombre);
        for (var i = 0; i < comptes.Length; i++)
        {
            comptes[i] += BitOperations.PopCount(valeurs[i] & lignes);
        }
    }

    /// <summary>Adds the rows of a word that are open, closed, and all of them.</summary>
    public void Compter(ulong ouverts, ulong fermes, ulong lignes)
    {
        Ouverts += BitOperations.PopCount(ouverts);
        Fermes += BitOperations.PopCount(fermes);
        OuvertureInconnue += BitOperations.PopCount(lignes & ~(ouverts | fermes));
    }

    /// <summary>Count of the value number <paramref name="i"/> of a filter; the last is « non renseigné ».</summary>
    public int De(Filtre filtre, int i) => _bits[filtre.Decalage + i];
}
