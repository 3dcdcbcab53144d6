namespace FaireAvec.Accompagnement.Domain.HorsLigne;

/// <summary>The number of a card, kept for a device that gives cards without network. Number and secret are on the device; here is what finds them.</summary>
internal sealed class CarteReservee
{
    /// <summary>Free ones on a device.</summary>
    public const int ParAppareil = 10;

    public required string Numero { get; init; }
    public required Guid Appareil { get; init; }
    public required Guid Compte { get; init; }

    /// <summary>Keyed hash of number and secret, as a card has it.</summary>
    public required byte[] Empreinte { get; init; }

    public required DateTimeOffset ReserveeLe { get; init; }

    /// <summary>When it became somebody's card.</summary>
    public DateTimeOffset? DonneeLe { get; set; }
}
