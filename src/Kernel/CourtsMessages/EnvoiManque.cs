namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>The message wasn't handed over. The text says why, in French, without the number nor the words.</summary>
/// <param name="raison">A sentence.</param>
/// <param name="definitif">True when the same call can't do better: the number or the settings are refused.</param>
/// <param name="cause">What happened.</param>
public sealed class EnvoiManque(string raison, bool definitif, Exception? cause = null) : Exception(raison, cause)
{
    /// <summary>True when trying again is useless.</summary>
    public bool Definitif => definitif;
}
