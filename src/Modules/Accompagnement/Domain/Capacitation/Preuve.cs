namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>How a level is known, from the weakest to the strongest.</summary>
internal enum Preuve
{
    /// <summary>The person says so.</summary>
    Declare,

    /// <summary>Somebody saw it.</summary>
    Observe,

    /// <summary>Done in a test on a practice site.</summary>
    Simule,

    /// <summary>Done for real.</summary>
    Reel,
}
