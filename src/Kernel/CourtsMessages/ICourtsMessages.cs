namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>Sends short messages. The boundary to the outside: a gateway over HTTP in production, files in a folder otherwise.</summary>
public interface ICourtsMessages
{
    /// <summary>
    /// Hands the message over, unless its number said stop or its key was used already. An <see cref="EnvoiManque"/> means that it wasn't: the same call
    /// may be made again, and is sent once.
    /// </summary>
    Task<SortDuCourtMessage> EnvoyerAsync(CourtMessage message, CancellationToken annulation);

    /// <summary>How one says stop (« STOP au 36180 »), to put at the end; empty when the sender can't be answered.</summary>
    string MentionDeStop { get; }
}
