namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>State of a path. Transitions: <see cref="EtatsDeParcours"/>.</summary>
internal enum EtatDeParcours
{
    /// <summary>Where the person is, savoir-faire by savoir-faire, before anything.</summary>
    PositionnementInitial,

    /// <summary>The person has chosen what matters to them.</summary>
    ParcoursPropose,
    EnCours,

    /// <summary>Looked at again at the end.</summary>
    BilanDeSortie,

    /// <summary>One month later.</summary>
    SuiviM1,

    /// <summary>Three months later.</summary>
    SuiviM3,
    Clos,

    /// <summary>No news. Not a failure of the person, and never counted as a success.</summary>
    PerduDeVue,
}

/// <summary>The table of allowed transitions.</summary>
internal static class EtatsDeParcours
{
    private static readonly HashSet<(EtatDeParcours De, EtatDeParcours Vers)> Permises =
    [
        (EtatDeParcours.PositionnementInitial, EtatDeParcours.ParcoursPropose),
        (EtatDeParcours.ParcoursPropose, EtatDeParcours.EnCours),
        (EtatDeParcours.EnCours, EtatDeParcours.BilanDeSortie),
        (EtatDeParcours.BilanDeSortie, EtatDeParcours.SuiviM1),
        // Who couldn't be met at one month may be at three.
        (EtatDeParcours.BilanDeSortie, EtatDeParcours.SuiviM3),
        (EtatDeParcours.SuiviM1, EtatDeParcours.SuiviM3),
        (EtatDeParcours.SuiviM3, EtatDeParcours.Clos),
        .. Actifs.Select(e => (e, EtatDeParcours.PerduDeVue)),
        // Found again: back to where they were, which the path remembers.
        .. Actifs.Select(e => (EtatDeParcours.PerduDeVue, e)),
    ];

    private static EtatDeParcours[] Actifs =>
    [
        EtatDeParcours.PositionnementInitial, EtatDeParcours.ParcoursPropose, EtatDeParcours.EnCours, EtatDeParcours.BilanDeSortie, EtatDeParcours.SuiviM1, EtatDeParcours.SuiviM3,
    ];

    public static bool Permet(EtatDeParcours de, EtatDeParcours vers) => Permises.Contains((de, vers));

    public static bool Actif(EtatDeParcours etat) => Actifs.Contains(etat);

    /// <summary>The state that a look at this moment leads to, or null when it leads nowhere from here.</summary>
    public static EtatDeParcours? Apres(EtatDeParcours etat, Moment moment) => (etat, moment) switch
    {
        (EtatDeParcours.PositionnementInitial, Moment.Initial) => EtatDeParcours.ParcoursPropose,
        (EtatDeParcours.ParcoursPropose or EtatDeParcours.EnCours, Moment.Initial) => etat,
        (EtatDeParcours.ParcoursPropose or EtatDeParcours.EnCours, Moment.EnCours) => EtatDeParcours.EnCours,
        (EtatDeParcours.ParcoursPropose or EtatDeParcours.EnCours or EtatDeParcours.BilanDeSortie, Moment.Sortie) => EtatDeParcours.BilanDeSortie,
        (EtatDeParcours.BilanDeSortie or EtatDeParcours.SuiviM1, Moment.M1) => EtatDeParcours.SuiviM1,
        (EtatDeParcours.BilanDeSortie or EtatDeParcours.SuiviM1 or EtatDeParcours.SuiviM3, Moment.M3) => EtatDeParcours.SuiviM3,
        _ => null,
    };
}
