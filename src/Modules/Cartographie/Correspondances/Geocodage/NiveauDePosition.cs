namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>How precise a position found from an address is, best first.</summary>
internal enum NiveauDePosition
{
    /// <summary>The house number.</summary>
    Numero,

    /// <summary>The middle of the street.</summary>
    Voie,

    /// <summary>A hamlet or a place with a name.</summary>
    LieuDit,

    /// <summary>The centre of the commune: approximate. Shown as such, and never used to say that two places are one.</summary>
    Commune,
}
