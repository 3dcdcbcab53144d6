namespace FaireAvec.Cartographie.Domain;

/// <summary>State of a correction. Transitions: <see cref="EtatsCorrection"/>.</summary>
internal enum EtatCorrection
{
    /// <summary>It wins over the source.</summary>
    Active,

    /// <summary>The source has changed the value since: the source is right again, and it is said.</summary>
    DepasseeParLaSource,

    /// <summary>Taken back by a person.</summary>
    Retiree,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsCorrection
{
    public static bool Permet(EtatCorrection de, EtatCorrection vers) => de == EtatCorrection.Active && vers is EtatCorrection.DepasseeParLaSource or EtatCorrection.Retiree;
}
