namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// <c>share of the priority public among those reached / its estimated share in the territory</c>: above 1, it is more present here than around.
/// A share of 0 in the population says nothing. The interval is that of the share reached: the estimate is taken as it was given, with its source.
/// </summary>
/// <param name="Touches">Priority people among those reached.</param>
/// <param name="PartDuTerritoire">From 0 to 1, estimated.</param>
internal readonly record struct PorteePrioritaire(Proportion Touches, double PartDuTerritoire)
{
    public double? Valeur => Possible && Touches.Valeur is { } part ? part / PartDuTerritoire : null;

    public (double Bas, double Haut)? Intervalle => Possible && Touches.Intervalle is var (bas, haut) ? (bas / PartDuTerritoire, haut / PartDuTerritoire) : null;

    private bool Possible => PartDuTerritoire is > 0 and <= 1;
}
