namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>What a device sends at once.</summary>
internal sealed record LotDEnvois
{
    public Guid Appareil { get; init; }

    /// <summary>Version of the application that it runs.</summary>
    public string? Application { get; init; }

    public IReadOnlyList<EnvoiRecu?>? Envois { get; init; }
}

/// <summary>One of them.</summary>
internal sealed record EnvoiRecu
{
    public Guid Id { get; init; }
    public long Numero { get; init; }
    public string? Genre { get; init; }
    public int Version { get; init; }

    /// <summary>Milliseconds since 1970 by the device's clock.</summary>
    public long FaitLe { get; init; }

    /// <summary>Its content, JSON in a text: hashed as it is.</summary>
    public string? Corps { get; init; }

    /// <summary>Those that it needs, of the same device.</summary>
    public IReadOnlyList<Guid>? Apres { get; init; }
}

/// <summary>What became of one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Etat">Code of the state, or « attend ».</param>
/// <param name="Deja">True when it had been received before.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Phrase">Its sentence.</param>
internal sealed record SortDEnvoi(Guid Id, string Etat, bool Deja = false, string? Code = null, string? Phrase = null)
{
    /// <summary>Nothing was kept: the device sends it again.</summary>
    public const string Attend = "attend";
}

/// <summary>The answer to a batch.</summary>
internal sealed record SortsDEnvois(long Heure, IReadOnlyList<SortDEnvoi> Envois);

/// <summary>Where a device stands.</summary>
internal sealed record EtatDeLAppareil
{
    /// <summary>True when somebody is signed in.</summary>
    public bool Session { get; init; }

    /// <summary>True when the device may send and read: its owner is signed in, for its organisation.</summary>
    public bool Ouvert { get; init; }

    /// <summary>True when everything it keeps must go.</summary>
    public bool Efface { get; init; }

    /// <summary>Why it may not, or what to know.</summary>
    public string? Phrase { get; init; }

    /// <summary>About its clock.</summary>
    public string? Horloge { get; init; }

    /// <summary>For what it sends next.</summary>
    public string? Jeton { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long Heure { get; init; }

    /// <summary>Version of the application that the site has.</summary>
    public string Version { get; init; } = "";

    /// <summary>What its owner has to look at.</summary>
    public IReadOnlyList<SortDEnvoi> ARevoir { get; init; } = [];
}

/// <summary>The cards that a device holds and hasn't given.</summary>
internal sealed record CartesTenues
{
    public Guid Appareil { get; init; }

    public IReadOnlyList<string?>? Numeros { get; init; }
}

/// <summary>A card reserved for a device. Its secret is in this answer, and nowhere else.</summary>
internal sealed record CartePourLAppareil(string Numero, string Secret);
