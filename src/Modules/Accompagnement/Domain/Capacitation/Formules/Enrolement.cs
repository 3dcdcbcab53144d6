namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>How far somebody has come, from a first word on a market to helping others.</summary>
internal enum EtapeDEnrolement
{
    Contacte,
    Interesse,
    Inscrit,
    Venu,

    /// <summary>Two times or more.</summary>
    Revenu,

    /// <summary>Four times or more, or a project.</summary>
    Engage,

    /// <summary>Helps others.</summary>
    Relais,
}

/// <summary>
/// The funnel: <c>Enrolement(k) = effectif(k) / effectif(k − 1)</c>. A step may be larger than the one before (people also come by themselves): the ratio is
/// then above 1, and isn't a proportion of the former.
/// </summary>
/// <param name="Effectif">People who reached this step.</param>
/// <param name="Ratio">Beside the step before; null for the first one, and after an empty one.</param>
internal readonly record struct Enrolement(EtapeDEnrolement Etape, int Effectif, double? Ratio)
{
    public const int VenuesPourRevenu = 2;
    public const int VenuesPourEngage = 4;

    public static IReadOnlyList<Enrolement> De(IReadOnlyDictionary<EtapeDEnrolement, int> effectifs)
    {
        var etapes = Enum.GetValues<EtapeDEnrolement>().Where(effectifs.ContainsKey).ToList();
        return [.. etapes.Select((e, i) => new Enrolement(e, effectifs[e], i > 0 && etapes[i - 1] == e - 1 && effectifs[etapes[i - 1]] is > 0 and var avant ? (double)effectifs[e] / avant : null))];
    }

    /// <summary>The steps that visits alone tell: come, come back, engaged.</summary>
    /// <param name="venues">For each person, how many times they came.</param>
    public static IReadOnlyList<Enrolement> DesVenues(IReadOnlyCollection<int> venues) => De(new Dictionary<EtapeDEnrolement, int>
    {
        [EtapeDEnrolement.Venu] = venues.Count(v => v >= 1),
        [EtapeDEnrolement.Revenu] = venues.Count(v => v >= VenuesPourRevenu),
        [EtapeDEnrolement.Engage] = venues.Count(v => v >= VenuesPourEngage),
    });
}
