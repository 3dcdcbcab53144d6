namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>State of a savoir-faire that the person chose. Transitions: <see cref="EtatsDApprentissage"/>.</summary>
internal enum EtatDApprentissage
{
    Choisi,
    Travaille,

    /// <summary>Done alone, with the proof.</summary>
    Atteint,

    /// <summary>Later.</summary>
    Reporte,

    /// <summary>Given up, with the reason.</summary>
    Abandonne,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsDApprentissage
{
    private static readonly HashSet<(EtatDApprentissage De, EtatDApprentissage Vers)> Permises =
    [
        (EtatDApprentissage.Choisi, EtatDApprentissage.Travaille),
        (EtatDApprentissage.Choisi, EtatDApprentissage.Atteint),
        (EtatDApprentissage.Travaille, EtatDApprentissage.Atteint),
        (EtatDApprentissage.Choisi, EtatDApprentissage.Reporte),
        (EtatDApprentissage.Travaille, EtatDApprentissage.Reporte),
        (EtatDApprentissage.Choisi, EtatDApprentissage.Abandonne),
        (EtatDApprentissage.Travaille, EtatDApprentissage.Abandonne),
        (EtatDApprentissage.Reporte, EtatDApprentissage.Choisi),
        (EtatDApprentissage.Reporte, EtatDApprentissage.Abandonne),
        // People change their mind.
        (EtatDApprentissage.Abandonne, EtatDApprentissage.Choisi),
    ];

    public static bool Permet(EtatDApprentissage de, EtatDApprentissage vers) => Permises.Contains((de, vers));
}
