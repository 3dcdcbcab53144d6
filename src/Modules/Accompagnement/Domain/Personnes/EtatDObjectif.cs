namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Where an objective is.</summary>
internal enum EtatDObjectif
{
    Choisi,
    Travaille,
    Atteint,
    Reporte,
    Abandonne,
}

/// <summary>The table of an objective's states. Nothing is a failure: what was put off or given up may be taken up again.</summary>
internal static class EtatsDObjectif
{
    private static readonly HashSet<(EtatDObjectif De, EtatDObjectif Vers)> Permises =
    [
        (EtatDObjectif.Choisi, EtatDObjectif.Travaille),
        // Done by themselves, between two visits: nothing says that it was worked on here.
        (EtatDObjectif.Choisi, EtatDObjectif.Atteint),
        (EtatDObjectif.Choisi, EtatDObjectif.Reporte),
        (EtatDObjectif.Choisi, EtatDObjectif.Abandonne),
        (EtatDObjectif.Travaille, EtatDObjectif.Atteint),
        (EtatDObjectif.Travaille, EtatDObjectif.Reporte),
        (EtatDObjectif.Travaille, EtatDObjectif.Abandonne),
        (EtatDObjectif.Reporte, EtatDObjectif.Travaille),
        (EtatDObjectif.Reporte, EtatDObjectif.Atteint),
        (EtatDObjectif.Reporte, EtatDObjectif.Abandonne),
        // The person comes back to it, or the touch was a mistake.
        (EtatDObjectif.Abandonne, EtatDObjectif.Travaille),
        (EtatDObjectif.Atteint, EtatDObjectif.Travaille),
    ];

    public static bool Permet(EtatDObjectif de, EtatDObjectif vers) => Permises.Contains((de, vers));

    /// <summary>Where one may go from there, in the order of the list.</summary>
    public static IReadOnlyList<EtatDObjectif> Suites(EtatDObjectif de) => [.. Enum.GetValues<EtatDObjectif>().Where(e => Permet(de, e))];

    /// <summary>True when it is asked why.</summary>
    public static bool DemandeUnMotif(EtatDObjectif etat) => etat == EtatDObjectif.Abandonne;
}
