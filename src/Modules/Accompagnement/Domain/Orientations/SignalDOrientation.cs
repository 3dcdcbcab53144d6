namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>What the professional notices or is told. Serves to choose the row of the table, and isn't kept. The words are under « Signal.{value} ».</summary>
internal enum SignalDOrientation
{
    /// <summary>Danger, violence, a child to protect, suicidal words.</summary>
    Danger,

    /// <summary>Rights end within fifteen days, or have ended.</summary>
    PerteDeDroits,

    /// <summary>Nothing to live on.</summary>
    SansRessources,

    /// <summary>The administration doesn't answer, or refuses without a reason.</summary>
    DemarcheBloquee,

    /// <summary>A dispute with somebody, an employer, a landlord, an administration.</summary>
    Litige,

    /// <summary>Reads or writes with difficulty.</summary>
    LitPeu,

    /// <summary>Learns French.</summary>
    ApprendLeFrancais,

    /// <summary>Sight, hearing, movement, understanding: what is needed, never the diagnosis.</summary>
    BesoinDAmenagement,

    /// <summary>Neither telephone nor computer of their own.</summary>
    SansAppareil,
}
