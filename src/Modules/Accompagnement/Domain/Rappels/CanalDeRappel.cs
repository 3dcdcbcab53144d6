namespace FaireAvec.Accompagnement.Domain.Rappels;

/// <summary>By which way.</summary>
internal enum CanalDeRappel
{
    Courriel,

    /// <summary>Never at night.</summary>
    Sms,
}
