namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>Somebody who signed, or said that they were there. Nobody else's row: it isn't joined to a person who is followed. What they wrote and drew is closed.</summary>
internal sealed class SignatureDeRegistre
{
    public const int PrenomMax = 60;

    public required Guid Id { get; init; }
    public required Guid Registre { get; init; }

    /// <summary>The médiateur whose register it is.</summary>
    public required Guid Auteur { get; init; }

    /// <summary>The first name, closed; null for « sans nom ».</summary>
    public byte[]? Prenom { get; set; }

    /// <summary>The drawing, closed; null when « je suis là » was ticked instead.</summary>
    public byte[]? Trace { get; set; }

    public required DateTimeOffset SigneeLe { get; init; }
}
