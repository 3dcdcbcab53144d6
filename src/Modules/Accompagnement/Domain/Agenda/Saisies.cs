namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>Availability as somebody types it: nothing is checked yet.</summary>
internal sealed record SaisieDeDisponibilite
{
    public string? Lieu { get; init; }
    public Guid? Salle { get; init; }

    /// <summary>Weekdays, 1 for Monday to 7 for Sunday; none with <see cref="Dates"/>.</summary>
    public IReadOnlyList<int> Jours { get; init; } = [];

    /// <summary>Days chosen one by one: stops of the bus.</summary>
    public IReadOnlyList<DateOnly> Dates { get; init; } = [];

    public string? De { get; init; }
    public string? A { get; init; }
    public int? Duree { get; init; }
    public DateOnly? Depuis { get; init; }
    public DateOnly? Jusqua { get; init; }
    public int Semaines { get; init; } = 1;
    public bool EnLigne { get; init; } = true;
    public bool Tournee { get; init; }
}

/// <summary>A workshop as somebody types it.</summary>
internal sealed record SaisieDAtelier
{
    public string? Titre { get; init; }
    public string? Description { get; init; }
    public string? Lieu { get; init; }
    public Guid? Salle { get; init; }
    public DateOnly? Date { get; init; }
    public string? De { get; init; }
    public string? A { get; init; }
    public int? Capacite { get; init; }
    public bool EnLigne { get; init; } = true;
}

/// <summary>Who comes, as somebody types it.</summary>
internal sealed record SaisieDeReservation
{
    public string? Prenom { get; init; }
    public string? Telephone { get; init; }
    public string? Courriel { get; init; }
    public bool Sms { get; init; }
    public string? Besoin { get; init; }
    public string? Interprete { get; init; }
    public IReadOnlyList<string> Amenagements { get; init; } = [];
}

/// <summary>Who comes, checked.</summary>
internal sealed record QuiVient(string? Prenom, string? Telephone, string? Courriel, bool Sms, string? Besoin, string? Interprete, string[] Amenagements);

/// <summary>A place as the agenda needs it.</summary>
/// <param name="Id">Its id today.</param>
/// <param name="Fuseau">Its zone.</param>
/// <param name="Departement">Its département, when it is known.</param>
internal sealed record LieuDAgenda(string Id, string Fuseau, string? Departement);
