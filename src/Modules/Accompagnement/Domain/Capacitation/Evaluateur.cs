namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Who said the level.</summary>
internal enum Evaluateur
{
    PersonneSeule,
    Mediateur,

    /// <summary>Another médiateur than the one of the path.</summary>
    AutreMediateur,

    /// <summary>A test on a practice site, without anybody.</summary>
    Epreuve,
}
