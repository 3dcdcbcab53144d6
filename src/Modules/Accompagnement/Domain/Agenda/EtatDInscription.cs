namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>Where a registration to a workshop is.</summary>
internal enum EtatDInscription
{
    /// <summary>Has a seat for a set time, until it is confirmed.</summary>
    Inscrite,

    /// <summary>Waits for a seat.</summary>
    EnAttente,
    Confirmee,
    Annulee,
    Presente,
    Absente,
}

/// <summary>The table of a registration's states.</summary>
internal static class EtatsDInscription
{
    private static readonly HashSet<(EtatDInscription De, EtatDInscription Vers)> Permises =
    [
        (EtatDInscription.Inscrite, EtatDInscription.Confirmee),
        (EtatDInscription.Inscrite, EtatDInscription.Annulee),
        // They came without having confirmed.
        (EtatDInscription.Inscrite, EtatDInscription.Presente),
        // A seat was freed: it is offered for a set time, or given by who receives.
        (EtatDInscription.EnAttente, EtatDInscription.Inscrite),
        (EtatDInscription.EnAttente, EtatDInscription.Confirmee),
        (EtatDInscription.EnAttente, EtatDInscription.Annulee),
        (EtatDInscription.Confirmee, EtatDInscription.Annulee),
        (EtatDInscription.Confirmee, EtatDInscription.Presente),
        (EtatDInscription.Confirmee, EtatDInscription.Absente),
        (EtatDInscription.Presente, EtatDInscription.Absente),
        (EtatDInscription.Absente, EtatDInscription.Presente),
    ];

    public static bool Permet(EtatDInscription de, EtatDInscription vers) => Permises.Contains((de, vers));

    /// <summary>True when a seat goes with it.</summary>
    public static bool AUnePlace(EtatDInscription etat) => etat is not (EtatDInscription.EnAttente or EtatDInscription.Annulee);

    /// <summary>Still to come.</summary>
    public static bool EnCours(EtatDInscription etat) => etat is EtatDInscription.Inscrite or EtatDInscription.EnAttente or EtatDInscription.Confirmee;
}
