namespace FaireAvec.Cartographie.Domain;

/// <summary>State of a source. Transitions: <see cref="EtatsSource"/>.</summary>
internal enum EtatSource
{
    /// <summary>Its file may be read.</summary>
    Active,

    /// <summary>Its places stay; its file isn't read until somebody says so.</summary>
    Suspendue,

    /// <summary>The producer stopped, or asked to be left out: nothing is read any more.</summary>
    Retiree,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsSource
{
    private static readonly HashSet<(EtatSource De, EtatSource Vers)> Permises =
    [
        (EtatSource.Active, EtatSource.Suspendue),
        (EtatSource.Active, EtatSource.Retiree),
        (EtatSource.Suspendue, EtatSource.Active),
        (EtatSource.Suspendue, EtatSource.Retiree),
        // A mistake is undone, but not straight to active: somebody looks at it first.
        (EtatSource.Retiree, EtatSource.Suspendue),
    ];

    public static bool Permet(EtatSource de, EtatSource vers) => Permises.Contains((de, vers));
}
