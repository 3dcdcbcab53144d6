namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// <c>share of the priority public among those reached / its estimated share in the territory</c>: above 1, it is more present here than around.
/// A share of 0 in the population says nothing.
/// </summary>
/// <param name="Touches">Priority people among those reached.</param>
/// <param name="PartDuTerritoire">From 0 to 1, estimated.</param>
internal readonly record struct PorteePrioritaire(Proportion Touches, double PartDuTerritoire)
{
    public double? Valeur => Touches.Valeur is { } part && PartDuTerritoire is > 0 and <= 1 ? part / PartDuTerritoire : null;
}
