namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>What became of a value. The strongest word wins: a value both corrected and flagged is flagged.</summary>
internal enum EtatValeur
{
    /// <summary>Nothing was written, and nothing is kept.</summary>
    Absente,

    /// <summary>Kept as written.</summary>
    Intacte,

    /// <summary>Kept after a correction.</summary>
    Corrigee,

    /// <summary>Kept, with an anomaly to look at.</summary>
    Signalee,

    /// <summary>Removed, with the reason.</summary>
    Retiree,

    /// <summary>Held back from publication: it belongs to a person.</summary>
    Retenue,
}
