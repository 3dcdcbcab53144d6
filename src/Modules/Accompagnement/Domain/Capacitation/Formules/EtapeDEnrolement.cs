namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>How far the people met have come, from a first word outside the place to helping others.</summary>
internal enum EtapeDEnrolement
{
    /// <summary>Spoken to outside the place, at the médiateur's initiative.</summary>
    Contacte,

    /// <summary>Wanted to know more.</summary>
    Interesse,

    /// <summary>Signed up.</summary>
    Inscrit,

    /// <summary>Came once at least.</summary>
    Venu,

    /// <summary>Came twice or more.</summary>
    Revenu,

    /// <summary>Came four times or more, or has a project.</summary>
    Engage,

    /// <summary>Helps others.</summary>
    Relais,
}
