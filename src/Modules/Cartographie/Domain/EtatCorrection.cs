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
    private static readonly HashSet<(EtatCorrection De, EtatCorrection Vers)> Permises =
    [
        (EtatCorrection.Active, EtatCorrection.DepasseeParLaSource),
        (EtatCorrection.Active, EtatCorrection.Retiree),
        // The import that brought the new value was rolled back.
        (EtatCorrection.DepasseeParLaSource, EtatCorrection.Active),
    ];

    public static bool Permet(EtatCorrection de, EtatCorrection vers) => Permises.Contains((de, vers));
}
