using static FaireAvec.Accompagnement.Domain.Orientations.ActeurDOrientation;
using static FaireAvec.Accompagnement.Domain.Orientations.EtatDOrientation;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>Who moves an orientation.</summary>
internal enum ActeurDOrientation
{
    /// <summary>Who sends; also in the name of the person, who is with them.</summary>
    QuiEnvoie,

    /// <summary>Who receives.</summary>
    QuiRecoit,

    /// <summary>Time.</summary>
    LeTemps,
}

/// <summary>The table of allowed transitions, and who makes each.</summary>
internal static class EtatsDOrientation
{
    private static readonly HashSet<(EtatDOrientation De, EtatDOrientation Vers, ActeurDOrientation Par)> Permises =
    [
        (Proposee, Acceptee, QuiEnvoie),
        (Proposee, Refusee, QuiEnvoie),
        (Acceptee, Envoyee, QuiEnvoie),
        (Acceptee, Refusee, QuiEnvoie),
        (Envoyee, Recue, QuiRecoit),
        (Envoyee, RdvFixe, QuiRecoit),
        (Envoyee, Refusee, QuiRecoit),
        (Envoyee, Expiree, LeTemps),
        (Recue, RdvFixe, QuiRecoit),
        // Came without an appointment.
        (Recue, Honoree, QuiRecoit),
        (Recue, NonHonoree, QuiRecoit),
        (Recue, Refusee, QuiRecoit),
        // Another date.
        (RdvFixe, RdvFixe, QuiRecoit),
        (RdvFixe, Honoree, QuiRecoit),
        (RdvFixe, NonHonoree, QuiRecoit),
        (RdvFixe, Refusee, QuiRecoit),
        (NonHonoree, RdvFixe, QuiRecoit),
        // Came in the end.
        (NonHonoree, Honoree, QuiRecoit),
        (NonHonoree, Close, QuiRecoit),
        (Honoree, Close, QuiRecoit),
        // What the person tells who sent them.
        (Envoyee, Honoree, QuiEnvoie),
        (Recue, Honoree, QuiEnvoie),
        (RdvFixe, Honoree, QuiEnvoie),
        // The person changes their mind: as easy as saying yes.
        (Envoyee, Refusee, QuiEnvoie),
        (Recue, Refusee, QuiEnvoie),
        (RdvFixe, Refusee, QuiEnvoie),
        (NonHonoree, Refusee, QuiEnvoie),
    ];

    public static bool Permet(EtatDOrientation de, EtatDOrientation vers, ActeurDOrientation par) => Permises.Contains((de, vers, par));

    /// <summary>Where one may go from there, in the order of the states.</summary>
    public static IReadOnlyList<EtatDOrientation> Suites(EtatDOrientation de, ActeurDOrientation par) => [.. Enum.GetValues<EtatDOrientation>().Where(e => Permet(de, e, par))];

    /// <summary>Nothing more happens to it.</summary>
    public static bool Finie(EtatDOrientation etat) => etat is Close or Refusee or Expiree;

    /// <summary>The receiver has it, or should.</summary>
    public static bool ChezLeReceveur(EtatDOrientation etat) => etat is not (Proposee or Acceptee);
}
