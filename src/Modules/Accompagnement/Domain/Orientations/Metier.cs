namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>Who may receive. The words are under « Metier.{value} ».</summary>
internal enum Metier
{
    /// <summary>Learns with the person.</summary>
    MediationNumerique,

    /// <summary>Does the démarche with the person, at a counter.</summary>
    FranceServices,

    /// <summary>Assesses rights and protects; bound by professional secrecy.</summary>
    TravailSocial,

    /// <summary>The administration itself, that has the file.</summary>
    Operateur,

    /// <summary>When the administration doesn't answer or is wrong.</summary>
    DelegueDuDefenseur,

    /// <summary>Free legal advice.</summary>
    PointJustice,

    /// <summary>Learning to read, to write, to speak French.</summary>
    FormationDeBase,

    /// <summary>Equipment and a place that suit a disability.</summary>
    LieuAdapte,

    /// <summary>Loans and reconditioned devices.</summary>
    Reemploi,

    /// <summary>A service of the phone for one risk: the card gives its number.</summary>
    Ecoute,
}
