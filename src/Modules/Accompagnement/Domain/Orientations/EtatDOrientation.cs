namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>State of an orientation. Transitions: <see cref="EtatsDOrientation"/>. The words are under « Etat.{value} ».</summary>
internal enum EtatDOrientation
{
    Proposee,

    /// <summary>The person, and whoever protects them, said yes.</summary>
    Acceptee,
    Envoyee,

    /// <summary>The receiver says that they have it.</summary>
    Recue,
    RdvFixe,

    /// <summary>The person came.</summary>
    Honoree,
    NonHonoree,
    Close,

    /// <summary>By the person, who changed their mind, or by the receiver.</summary>
    Refusee,

    /// <summary>No answer in 21 days: back to who sent it.</summary>
    Expiree,
}
