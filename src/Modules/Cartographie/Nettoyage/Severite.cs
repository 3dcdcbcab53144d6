namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>What an anomaly means for the place.</summary>
internal enum Severite
{
    /// <summary>Somebody should look; the place is published.</summary>
    Avertissement,

    /// <summary>The value was mended or left out; the place is published.</summary>
    Corrige,

    /// <summary>The place can't be published so.</summary>
    Bloquant,
}
