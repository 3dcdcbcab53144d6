namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>So many out of so many.</summary>
internal readonly record struct Part(int Oui, int Sur)
{
    /// <summary>Null out of nothing.</summary>
    public double? Valeur => Sur == 0 ? null : (double)Oui / Sur;
}

/// <summary>One step of the funnel of several actions.</summary>
/// <param name="Etape">The step.</param>
/// <param name="Effectif">People who reached it, in the actions where it is known; null when it is known in none.</param>
/// <param name="Sues">In how many actions it is known.</param>
/// <param name="Passage">Beside the step before, in the actions where both are known; above 1 when people also came by themselves. Null for the first one.</param>
internal sealed record EtapeDEntonnoir(EtapeDAllerVers Etape, int? Effectif, int Sues, Part? Passage);

/// <summary>
/// The funnel of a set of actions: <c>effectif(k) / effectif(k − 1)</c>, and <c>came / met outside the place</c>. A step that isn't known yet is left out of
/// the ratio with its action: it is never counted as nobody.
/// </summary>
internal sealed record Entonnoir(int Actions, IReadOnlyList<EtapeDEntonnoir> Etapes, Part Conversion)
{
    public static Entonnoir De(IReadOnlyCollection<EffectifsDAllerVers> actions) => new(
        actions.Count,
        [.. Enum.GetValues<EtapeDAllerVers>().Select(e => Etape(e, actions))],
        Entre(EtapeDAllerVers.Contacte, EtapeDAllerVers.Venu, actions));

    private static EtapeDEntonnoir Etape(EtapeDAllerVers etape, IReadOnlyCollection<EffectifsDAllerVers> actions)
    {
        var sues = actions.Count(a => a.De(etape) is not null);
        return new(etape, sues == 0 ? null : actions.Sum(a => a.De(etape) ?? 0), sues, etape == EtapeDAllerVers.Contacte ? null : Entre(etape - 1, etape, actions));
    }

    private static Part Entre(EtapeDAllerVers avant, EtapeDAllerVers apres, IReadOnlyCollection<EffectifsDAllerVers> actions)
    {
        var deux = actions.Where(a => a.De(avant) is not null && a.De(apres) is not null).ToList();
        return new(deux.Sum(a => a.De(apres)!.Value), deux.Sum(a => a.De(avant)!.Value));
    }
}
