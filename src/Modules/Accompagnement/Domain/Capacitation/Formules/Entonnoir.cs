namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>One step of the funnel of several actions.</summary>
/// <param name="Etape">The step.</param>
/// <param name="Effectif">People who reached it, in the actions where it is known; null when it is known in none.</param>
/// <param name="Sues">In how many actions it is known.</param>
/// <param name="Passage">Beside the step before, in the actions where both are known; above 1 when people also came by themselves. Null for the first one.</param>
internal sealed record EtapeDEntonnoir(EtapeDEnrolement Etape, int? Effectif, int Sues, Part? Passage);

/// <summary>
/// The funnel, the only one of the product: <c>Enrolement(k) = effectif(k) / effectif(k − 1)</c>. A step that isn't known is left out of the ratio with its
/// action: it is never counted as nobody, and it breaks the chain instead of being compared with another one.
/// </summary>
internal sealed record Entonnoir(int Actions, IReadOnlyList<EtapeDEntonnoir> Etapes, Proportion Conversion)
{
    public const int VenuesPourRevenu = 2;
    public const int VenuesPourEngage = 4;

    public static Entonnoir De(IReadOnlyCollection<EffectifsDEnrolement> actions) => new(
        actions.Count,
        [.. Enum.GetValues<EtapeDEnrolement>().Select(e => Etape(e, actions))],
        Capacitation.Conversion.De(actions));

    /// <summary>The steps that the visits of people who are followed tell by themselves: come, come back, engaged.</summary>
    /// <param name="venues">For each person, how many times they came.</param>
    public static Entonnoir DesVenues(IReadOnlyCollection<int> venues) => De(
        [new(Venus: venues.Count(v => v >= 1), Revenus: venues.Count(v => v >= VenuesPourRevenu), Engages: venues.Count(v => v >= VenuesPourEngage))]);

    private static EtapeDEntonnoir Etape(EtapeDEnrolement etape, IReadOnlyCollection<EffectifsDEnrolement> actions)
    {
        var sues = actions.Count(a => a.De(etape) is not null);
        return new(etape, sues == 0 ? null : actions.Sum(a => a.De(etape) ?? 0), sues, etape == EtapeDEnrolement.Contacte ? null : Entre(etape - 1, etape, actions));
    }

    private static Part Entre(EtapeDEnrolement avant, EtapeDEnrolement apres, IReadOnlyCollection<EffectifsDEnrolement> actions)
    {
        var deux = actions.Where(a => a.De(avant) is not null && a.De(apres) is not null).ToList();
        return new(deux.Sum(a => a.De(apres)!.Value), deux.Sum(a => a.De(avant)!.Value));
    }
}
