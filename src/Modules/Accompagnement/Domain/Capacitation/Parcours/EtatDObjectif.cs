namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>State of a savoir-faire that the person chose. Transitions: <see cref="EtatsDObjectif"/>.</summary>
internal enum EtatDObjectif
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
internal static class EtatsDObjectif
{
    private static readonly HashSet<(EtatDObjectif De, EtatDObjectif Vers)> Permises =
    [
        (EtatDObjectif.Choisi, EtatDObjectif.Travaille),
        (EtatDObjectif.Choisi, EtatDObjectif.Atteint),
        (EtatDObjectif.Travaille, EtatDObjectif.Atteint),
        (EtatDObjectif.Choisi, EtatDObjectif.Reporte),
        (EtatDObjectif.Travaille, EtatDObjectif.Reporte),
        (EtatDObjectif.Choisi, EtatDObjectif.Abandonne),
        (EtatDObjectif.Travaille, EtatDObjectif.Abandonne),
        (EtatDObjectif.Reporte, EtatDObjectif.Choisi),
        (EtatDObjectif.Reporte, EtatDObjectif.Abandonne),
        // People change their mind.
        (EtatDObjectif.Abandonne, EtatDObjectif.Choisi),
    ];

    public static bool Permet(EtatDObjectif de, EtatDObjectif vers) => Permises.Contains((de, vers));
}
