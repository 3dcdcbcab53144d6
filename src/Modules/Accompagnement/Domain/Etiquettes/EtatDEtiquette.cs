namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>State of a label, worked out from its dates.</summary>
internal enum EtatDEtiquette
{
    /// <summary>Offered when an act is written.</summary>
    Proposee,

    /// <summary>Not offered any more; acts that have it keep it.</summary>
    Rangee,

    /// <summary>Joined to another one: acts that have it are shown and counted with the other.</summary>
    Reunie,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsDEtiquette
{
    private static readonly HashSet<(EtatDEtiquette De, EtatDEtiquette Vers)> Permises =
    [
        (EtatDEtiquette.Proposee, EtatDEtiquette.Rangee),
        (EtatDEtiquette.Rangee, EtatDEtiquette.Proposee),
        (EtatDEtiquette.Proposee, EtatDEtiquette.Reunie),
        (EtatDEtiquette.Rangee, EtatDEtiquette.Reunie),
        // No act was rewritten: separating gives everything back.
        (EtatDEtiquette.Reunie, EtatDEtiquette.Proposee),
    ];

    public static bool Permet(EtatDEtiquette de, EtatDEtiquette vers) => Permises.Contains((de, vers));
}
