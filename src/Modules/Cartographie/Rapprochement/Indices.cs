using System.Runtime.CompilerServices;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>The value of each clue for one pair; on the stack.</summary>
internal struct Indices
{
    public static readonly int Nombre = Enum.GetValues<Indice>().Length;

    private Valeurs _valeurs;

    public float this[Indice indice]
    {
        readonly get => _valeurs[(int)indice];
        set => _valeurs[(int)indice] = value;
    }

    /// <summary>Metres between the two places; NaN when one position is unknown.</summary>
    public double Metres { get; set; }

    /// <summary>Communes known and different: one of the rules that no clue outweighs.</summary>
    public bool AutreCommune { get; set; }

    /// <summary>Both positions are those of a building, not of a village.</summary>
    public bool PointsPrecis { get; set; }

    /// <summary>The name of one says that it tours, and the other is said not to.</summary>
    public bool BusEtFixe { get; set; }

    /// <summary>Two desks that each receive their own public (<see cref="Genres.Accueils"/>): what they share is their building's.</summary>
    public bool DeuxAccueils { get; set; }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<float> Lire() => ((ReadOnlySpan<float>)_valeurs)[..Nombre];

    [InlineArray(80)]
    private struct Valeurs
    {
        private float _premier;
    }
}
