namespace FaireAvec.Contracts.Cartographie;

/// <summary>
/// Public places to which somebody may be sent, with what they need to arrive there. In memory, immediate; places held back from the map (shelters,
/// residences) are never among them.
/// </summary>
public interface ILieuxQuiPeuventRecevoir
{
    /// <summary>The nearest first. A service or a programme that the standard doesn't have throws: a fault of ours.</summary>
    IReadOnlyList<LieuQuiRecoit> Chercher(DemandeDAccueil demande);

    /// <summary>How many places answer, further than the limit of the list too.</summary>
    int Compter(DemandeDAccueil demande);

    /// <summary>One place, or null when it isn't public. An id that a merge replaced gives the place that took over.</summary>
    LieuQuiRecoit? Trouver(string? id, DateTimeOffset quand);
}

/// <summary>What is looked for, and around where.</summary>
/// <param name="Latitude">Of the centre.</param>
/// <param name="Longitude">Of the centre.</param>
/// <param name="Quand">When the person would come.</param>
public sealed record DemandeDAccueil(double Latitude, double Longitude, DateTimeOffset Quand)
{
    /// <summary>Labels of the services of the standard: one of them is enough. Empty: any.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Labels of the national programmes of the standard: one of them is enough. Empty: any.</summary>
    public IReadOnlyList<string> Dispositifs { get; init; } = [];

    /// <summary>Labels of what the welcome provides for: one of them is enough. Empty: any.</summary>
    public IReadOnlyList<string> PrisesEnCharge { get; init; } = [];

    /// <summary>Only those known to be open at that instant, or at one between it and <see cref="Jusqua"/>.</summary>
    public bool Ouverts { get; init; }

    /// <summary>The person may come until then, within a day; null: at the instant itself.</summary>
    public DateTimeOffset? Jusqua { get; init; }

    /// <summary>Kilometres.</summary>
    public double RayonKm { get; init; } = 30;

    /// <summary>At most so many.</summary>
    public int Limite { get; init; } = 12;
}

/// <summary>A public place, as one tells it to somebody who goes there.</summary>
public sealed record LieuQuiRecoit
{
    /// <summary>Its name, commune, page.</summary>
    public required LieuNomme Lieu { get; init; }

    /// <summary>« 20 rue des Tilleuls, 42000 Saint-Étienne ».</summary>
    public required string Adresse { get; init; }

    /// <summary>Floor, building, stop: what the place adds to its address.</summary>
    public string? Complement { get; init; }

    /// <summary>Zone of its clock (IANA).</summary>
    public required string Fuseau { get; init; }

    /// <summary>Metres from the centre of the search.</summary>
    public double? DistanceM { get; init; }

    /// <summary>« 1,2 km », in the language of the request.</summary>
    public string? DistanceEnMots { get; init; }

    /// <summary>Open at that instant; null when it isn't known.</summary>
    public bool? Ouvert { get; init; }

    /// <summary>« Ouvert jusqu’à 12 h 30 », in the language of the request.</summary>
    public required string OuvertureEnMots { get; init; }

    /// <summary>The week from Monday, in words: the day and its hours; empty hours when it is closed. Empty when the hours aren't known.</summary>
    public IReadOnlyList<(string Jour, string Heures)> Semaine { get; init; } = [];

    /// <summary>As one writes it.</summary>
    public string? Telephone { get; init; }

    /// <summary>Address that dials it.</summary>
    public string? LienTelephone { get; init; }

    /// <summary>Where it is written to; as public as its page.</summary>
    public string? Courriel { get; init; }

    /// <summary>Labels of the standard.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Labels of the standard.</summary>
    public IReadOnlyList<string> Dispositifs { get; init; } = [];

    /// <summary>Labels of the standard.</summary>
    public IReadOnlyList<string> PrisesEnCharge { get; init; } = [];

    /// <summary>Ways to come and prices in plain words, in the language of the request.</summary>
    public IReadOnlyList<string> Pratique { get; init; } = [];

    /// <summary>The services were deduced from the kind of place: to check before going.</summary>
    public bool ServicesDeduits { get; init; }

    /// <summary>Page of its accessibility, when it has one.</summary>
    public string? FicheAccesLibre { get; init; }
}
