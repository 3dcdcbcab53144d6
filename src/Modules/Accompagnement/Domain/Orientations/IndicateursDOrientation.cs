using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>
/// Figures of what an organisation sent on. Those to a place of one's own aren't given to it. A rate out of few, or of a few among many, isn't shown: see
/// <see cref="Proportion.Publiable"/>.
/// </summary>
/// <param name="Effectif">How many were sent; null when so few that they could be found.</param>
/// <param name="Honorees">The person came, among those that had time to be answered (21 days).</param>
/// <param name="Ricochets">Sent on again, among all.</param>
/// <param name="Retours">Came back with a result or a refusal, among those that had time to be answered.</param>
/// <param name="Urgentes">Said urgent, among all.</param>
/// <param name="DelaiMedian">Days from the sending to the first answer; null when few.</param>
internal sealed record IndicateursDOrientation(int? Effectif, Proportion? Honorees, Proportion? Ricochets, Proportion? Retours, Proportion? Urgentes, double? DelaiMedian, int? Repondues, bool TropDUrgentes)
{
    /// <summary>When more than four in ten are urgent, urgent says nothing any more.</summary>
    public const double UrgentesMax = 0.4;

    public static IndicateursDOrientation De(IReadOnlyList<OrientationComptee> orientations, DateTimeOffset maintenant)
    {
        var mures = orientations.Where(o => o.EnvoyeeLe + Orientation.DelaiDeReponse <= maintenant || EtatsDOrientation.Finie(o.Etat)).ToList();
        var delais = orientations.Where(o => o.RepondueLe is not null).Select(o => (o.RepondueLe!.Value - o.EnvoyeeLe).TotalDays).Order().ToList();
        var urgentes = new Proportion(orientations.Count(o => o.Urgent), orientations.Count);
        var assez = orientations.Count >= ListeMasquee.Seuil;
        return new(
            assez ? orientations.Count : null,
            Publiee(new(mures.Count(o => o.HonoreeLe is not null), mures.Count)),
            Publiee(new(orientations.Count(o => o.Rang > 0), orientations.Count)),
            Publiee(new(mures.Count(o => o.Rendue), mures.Count)),
            Publiee(urgentes),
            delais.Count >= ListeMasquee.Seuil ? Mediane(delais) : null,
            delais.Count >= ListeMasquee.Seuil ? delais.Count : null,
            assez && urgentes.Valeur > UrgentesMax);
    }

    private static Proportion? Publiee(Proportion proportion) => proportion.Publiable ? proportion : null;

    private static double Mediane(List<double> tries) => tries.Count % 2 == 1 ? tries[tries.Count / 2] : (tries[(tries.Count / 2) - 1] + tries[tries.Count / 2]) / 2;
}
