namespace FaireAvec.Cartographie.Domain;

/// <summary>When a source is fetched.</summary>
internal enum CalendrierDeSource
{
    /// <summary>Only when somebody asks.</summary>
    ALaDemande,
    ChaqueNuit,
}
