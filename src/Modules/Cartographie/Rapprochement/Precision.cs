namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>What a position is worth.</summary>
internal enum Precision : byte
{
    Aucune,

    /// <summary>The centre of the commune, a point that many share, or three decimals at most: within a kilometre or so.</summary>
    Vague,
    Bonne,
}
