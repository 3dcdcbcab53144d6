namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>Who came to a workshop, as a device noted it.</summary>
internal sealed record PresenceEnvoyee
{
    public Guid Atelier { get; init; }

    public IReadOnlyList<NoteDePresence?>? Notes { get; init; }
}

/// <summary>One person of the workshop.</summary>
internal sealed record NoteDePresence
{
    public Guid Inscription { get; init; }

    public bool Presente { get; init; }

    /// <summary>The state that the device knew; null when it didn't say.</summary>
    public string? Vu { get; init; }

    /// <summary>Those who are noted so.</summary>
    public static IReadOnlyCollection<Guid> Qui(IEnumerable<NoteDePresence> notes, bool presentes) => [.. notes.Where(n => n.Presente == presentes).Select(n => n.Inscription)];
}

/// <summary>An appointment, as a device wrote it: the fields of the ordinary form.</summary>
internal sealed record RendezVousEnvoye
{
    public Guid Id { get; init; }
    public Guid? Personne { get; init; }
    public string? Prenom { get; init; }
    public string? Telephone { get; init; }
    public bool Sms { get; init; }
    public string? Besoin { get; init; }
    public string? Lieu { get; init; }
    public DateOnly? Date { get; init; }
    public string? De { get; init; }
    public int? Duree { get; init; }
}

/// <summary>A card given to somebody new.</summary>
internal sealed record CarteEnvoyee
{
    /// <summary>Id of the person, made on the device: what is noted of them meanwhile has it.</summary>
    public Guid Personne { get; init; }

    public string? Numero { get; init; }
}

/// <summary>When the form of an act was opened, beside its fields.</summary>
internal sealed record OuvertureDuFormulaire
{
    /// <summary>Seconds spent writing, by the device.</summary>
    public int Secondes { get; init; }
}
