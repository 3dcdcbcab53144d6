using static FaireAvec.Accompagnement.Domain.Orientations.ActeurDOrientation;
using static FaireAvec.Accompagnement.Domain.Orientations.EtatDOrientation;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>Who moves an orientation.</summary>
internal enum ActeurDOrientation
{
    /// <summary>Who sends; also in the name of the person, who is with them.</summary>
    Envoyeur,

    /// <summary>Who receives.</summary>
    Receveur,

    /// <summary>Time.</summary>
    Systeme,
}

/// <summary>The table of allowed transitions, and who makes each.</summary>
internal static class EtatsDOrientation
{
    private static readonly HashSet<(EtatDOrientation De, EtatDOrientation Vers, ActeurDOrientation Par)> Permises =
    [
        (Proposee, Acceptee, Envoyeur),
        (Proposee, Refusee, Envoyeur),
        (Acceptee, Envoyee, Envoyeur),
        (Acceptee, Refusee, Envoyeur),
        (Envoyee, Recue, Receveur),
        (Envoyee, RdvFixe, Receveur),
        (Envoyee, Refusee, Receveur),
        (Envoyee, Expiree, Systeme),
        (Recue, RdvFixe, Receveur),
        // Came without an appointment.
        (Recue, Honoree, Receveur),
        (Recue, NonHonoree, Receveur),
        (Recue, Refusee, Receveur),
        // Another date.
        (RdvFixe, RdvFixe, Receveur),
        (RdvFixe, Honoree, Receveur),
        (RdvFixe, NonHonoree, Receveur),
        (RdvFixe, Refusee, Receveur),
        (NonHonoree, RdvFixe, Receveur),
        // Came in the end.
        (NonHonoree, Honoree, Receveur),
        (NonHonoree, Close, Receveur),
        (Honoree, Close, Receveur),
        // What the person tells who sent them.
        (Envoyee, Honoree, Envoyeur),
        (Recue, Honoree, Envoyeur),
        (RdvFixe, Honoree, Envoyeur),
        // The person changes their mind: as easy as saying yes.
        (Envoyee, Refusee, Envoyeur),
        (Recue, Refusee, Envoyeur),
        (RdvFixe, Refusee, Envoyeur),
        (NonHonoree, Refusee, Envoyeur),
    ];

    public static bool Permet(EtatDOrientation de, EtatDOrientation vers, ActeurDOrientation par) => Permises.Contains((de, vers, par));

    /// <summary>Where one may go from there, in the order of the states.</summary>
    public static IReadOnlyList<EtatDOrientation> Suites(EtatDOrientation de, ActeurDOrientation par) => [.. Enum.GetValues<EtatDOrientation>().Where(e => Permet(de, e, par))];

    /// <summary>Nothing more happens to it.</summary>
    public static bool Finie(EtatDOrientation etat) => etat is Close or Refusee or Expiree;

    /// <summary>The receiver has it, or should.</summary>
    public static bool ChezLeReceveur(EtatDOrientation etat) => etat is not (Proposee or Acceptee);
}
