namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>When in the path a level is looked at.</summary>
internal enum Moment
{
    Initial,
    EnCours,
    Sortie,

    /// <summary>One month after the exit.</summary>
    M1,

    /// <summary>Three months after the exit.</summary>
    M3,
}
