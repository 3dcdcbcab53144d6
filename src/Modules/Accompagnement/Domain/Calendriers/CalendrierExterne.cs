using FaireAvec.Kernel.ICalendar;

namespace FaireAvec.Accompagnement.Domain.Calendriers;

/// <summary>A calendar that a médiateur keeps elsewhere: its taken times close their slots here. By its address, read again and again, or by a file, read once. Nothing else of it is kept.</summary>
internal sealed class CalendrierExterne
{
    public const int NomMax = 80;
    public const int HoteMax = 255;
    public const int EtagMax = 200;
    public const int FauteMax = 300;

    /// <summary>Of one médiateur.</summary>
    public const int Max = 5;

    /// <summary>How far it is looked at.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    /// <summary>Between two readings.</summary>
    public static readonly TimeSpan Rythme = TimeSpan.FromMinutes(15);

    // A calendar that fails for long is still tried four times a day.
    private static readonly TimeSpan RythmeMax = TimeSpan.FromHours(6);

    // The horizon moves on though the calendar doesn't change.
    private static readonly TimeSpan RelectureEntiere = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Compte { get; init; }

    public required Guid Organisation { get; init; }
    public required string Nom { get; init; }

    /// <summary>Its address, closed by Data Protection: most are secrets. Null for a file.</summary>
    public byte[]? AdresseFermee { get; init; }

    /// <summary>Where it is, to be recognised by; null for a file.</summary>
    public string? Hote { get; init; }

    /// <summary>Zone of hours that don't say theirs (IANA).</summary>
    public required string Fuseau { get; init; }

    public required DateTimeOffset AjouteLe { get; init; }

    /// <summary>What the server said of its version.</summary>
    public string? Etag { get; private set; }

    /// <summary>When it was last read, changed or not.</summary>
    public DateTimeOffset? LuLe { get; private set; }

    /// <summary>When it was last read from end to end.</summary>
    public DateTimeOffset? LuEnEntierLe { get; private set; }

    public DateTimeOffset? EssayeLe { get; private set; }

    /// <summary>Null for a file.</summary>
    public DateTimeOffset? ProchaineLecture { get; private set; }

    /// <summary>Why the last try failed, in words; null when it didn't.</summary>
    public string? Faute { get; private set; }

    public int Echecs { get; private set; }

    public int Evenements { get; private set; }

    public int Plages { get; private set; }

    public int Illisibles { get; private set; }

    public int ReglesNonComprises { get; private set; }

    public int FuseauxInconnus { get; private set; }

    /// <summary>What to send to the server; null asks for all of it.</summary>
    public string? EtagAEnvoyer(DateTimeOffset maintenant) => LuEnEntierLe is { } lu && maintenant - lu < RelectureEntiere ? Etag : null;

    /// <summary>Read from end to end.</summary>
    public void Lu(CalendrierLu lu, string? etag, DateTimeOffset maintenant)
    {
        (LuLe, LuEnEntierLe, EssayeLe, Faute, Echecs) = (maintenant, maintenant, maintenant, null, 0);
        Etag = etag is { Length: <= EtagMax } ? etag : null;
        (Evenements, Plages, Illisibles, ReglesNonComprises, FuseauxInconnus) = (lu.Evenements, lu.Occupees.Count, lu.Illisibles, lu.ReglesNonComprises, lu.FuseauxInconnus);
        Prevoir(maintenant);
    }

    /// <summary>The server says that nothing changed.</summary>
    public void Inchange(DateTimeOffset maintenant)
    {
        (LuLe, EssayeLe, Faute, Echecs) = (maintenant, maintenant, null, 0);
        Prevoir(maintenant);
    }

    /// <summary>It couldn't be read: what was known of it stays, so that a slot isn't given by a fault of a server.</summary>
    public void Manque(string faute, DateTimeOffset maintenant)
    {
        (EssayeLe, Faute, Echecs) = (maintenant, faute.Length <= FauteMax ? faute : faute[..FauteMax], Echecs + 1);
        Prevoir(maintenant);
    }

    private void Prevoir(DateTimeOffset maintenant)
    {
        var attente = Rythme * Math.Pow(2, Math.Min(Echecs, 5));
        ProchaineLecture = AdresseFermee is null ? null : maintenant + (attente < RythmeMax ? attente : RythmeMax);
    }
}
