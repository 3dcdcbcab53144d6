namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>
/// What joining two follow-ups does to the acts, and what undoing it gives back. An act on both stays once; undone, it is on both again. Joinings on
/// one person are undone from the last to the first.
/// </summary>
/// <param name="Deplaces">Acts of the one that goes, that the kept one didn't have: they move.</param>
/// <param name="Doubles">Acts that both had: the one of the kept one stays.</param>
internal sealed record PlanDeFusion(IReadOnlyList<Guid> Deplaces, IReadOnlyList<Guid> Doubles)
{
    /// <param name="deLaSource">Acts of the one that goes.</param>
    /// <param name="deLaCible">Acts of the one that is kept.</param>
    public static PlanDeFusion Etablir(IReadOnlyCollection<Guid> deLaSource, IReadOnlySet<Guid> deLaCible) =>
        new([.. deLaSource.Where(a => !deLaCible.Contains(a)).Distinct().Order()], [.. deLaSource.Where(deLaCible.Contains).Distinct().Order()]);

    /// <summary>What undoing does now: acts to take from the kept one, acts to put back on the other.</summary>
    /// <param name="deLaCibleAujourdHui">Acts of the kept one; one that was corrected since isn't given back.</param>
    public (IReadOnlyList<Guid> ARetirer, IReadOnlyList<Guid> ARendre) Defaire(IReadOnlySet<Guid> deLaCibleAujourdHui)
    {
        Guid[] aRetirer = [.. Deplaces.Where(deLaCibleAujourdHui.Contains)];
        return (aRetirer, [.. aRetirer, .. Doubles.Where(deLaCibleAujourdHui.Contains)]);
    }
}
