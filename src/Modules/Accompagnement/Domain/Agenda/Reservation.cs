using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>How a booking came in.</summary>
internal enum OrigineDeReservation
{
    /// <summary>By the person, on the site.</summary>
    EnLigne,

    /// <summary>By who receives.</summary>
    Mediateur,
}

/// <summary>
/// Who comes, of an appointment as of a workshop: a first name or an alias, and contacts that are optional, all closed. What a reminder needs is here: the
/// contact, the zone, the consent to SMS. What somebody needs is nothing that the journal keeps for ever.
/// </summary>
internal abstract class Reservation : IJournalisee
{
    public required Guid Id { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Compte { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>Somebody followed, or with a card; null: only what is written here is known.</summary>
    [HorsJournal]
    public Guid? Personne { get; set; }

    [HorsJournal]
    public byte[]? PrenomFerme { get; set; }

    [HorsJournal]
    public byte[]? TelephoneFerme { get; set; }

    [HorsJournal]
    public byte[]? CourrielFerme { get; set; }

    /// <summary>Keyed hash of the number: how many bookings it has.</summary>
    [HorsJournal]
    public byte[]? EmpreinteDuTelephone { get; set; }

    [HorsJournal]
    public byte[]? EmpreinteDuCourriel { get; set; }

    /// <summary>Keyed hash of the network address that booked; forgotten after a day.</summary>
    [HorsJournal]
    public byte[]? EmpreinteDeLAdresse { get; set; }

    /// <summary>True when the person asked for reminders by SMS.</summary>
    public bool AccordSms { get; set; }

    /// <summary>When the person followed the link of the mail: nothing else is sent to an address before.</summary>
    public DateTimeOffset? CourrielVerifieLe { get; set; }

    [HorsJournal]
    public string? Besoin { get; set; }

    /// <summary>Language of an interpreter, of <see cref="ListesDAgenda.Langues"/>.</summary>
    [HorsJournal]
    public string? Interprete { get; set; }

    [HorsJournal]
    public string[] Amenagements { get; set; } = [];

    /// <summary>Language in which the person used the site: "fr", "en".</summary>
    public string Langue { get; init; } = "fr";

    public OrigineDeReservation Origine { get; init; }
    public required DateTimeOffset PriseLe { get; init; }

    /// <summary>Until when the place is kept for somebody who hasn't confirmed; null: confirmed.</summary>
    public DateTimeOffset? TenueJusqua { get; set; }

    public AuteurDAnnulation? AnnuleePar { get; protected set; }

    /// <summary>When who they are was erased.</summary>
    public DateTimeOffset? EffaceeLe { get; private set; }

    public int Version { get; protected set; } = 1;

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Kept for somebody who didn't confirm in time.</summary>
    public bool Expiree(DateTimeOffset maintenant) => TenueJusqua is { } fin && fin <= maintenant;

    /// <summary>Takes away who they are; what took place stays, without anybody.</summary>
    public bool Effacer(DateTimeOffset maintenant)
    {
        if (EffaceeLe is not null)
        {
            return false;
        }

        (PrenomFerme, TelephoneFerme, CourrielFerme, EmpreinteDuTelephone, EmpreinteDuCourriel, EmpreinteDeLAdresse) = (null, null, null, null, null, null);
        (Personne, AccordSms, Besoin, Interprete, Amenagements, EffaceeLe) = (null, false, null, null, [], maintenant);
        return true;
    }
}
