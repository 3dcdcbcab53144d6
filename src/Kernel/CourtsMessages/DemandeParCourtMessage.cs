namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>What an answer asks for.</summary>
public enum DemandeParCourtMessage
{
    /// <summary>Something else: it isn't kept.</summary>
    Autre,

    /// <summary>No more messages.</summary>
    Arreter,

    /// <summary>Messages again.</summary>
    Reprendre,
}
