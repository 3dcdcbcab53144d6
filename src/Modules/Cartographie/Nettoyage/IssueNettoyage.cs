namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>What becomes of a row. There is no fourth way: no row is dropped in silence.</summary>
internal enum IssueNettoyage
{
    /// <summary>Nothing had to be changed.</summary>
    Accepte,

    /// <summary>Kept, with the trace of what was changed.</summary>
    Corrige,

    /// <summary>Can't be published: at least one anomaly is <see cref="Severite.Bloquant"/>.</summary>
    Rejete,
}
