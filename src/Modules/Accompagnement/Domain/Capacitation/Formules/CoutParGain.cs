namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Everything that an action cost, in cents.</summary>
internal sealed record CoutComplet(long Poste, long Lieu, long Kit, long Pass)
{
    public long Total => Poste + Lieu + Kit + Pass;
}

/// <summary>Somebody's part in a cost: where they started from, what they gained (null when lost), and the minutes given to them.</summary>
internal readonly record struct PartDeCout(NiveauDeDepart Depart, double? Gain, int Minutes);

/// <summary>
/// <c>full cost / Σ Gain</c>, by starting level and never in all: one figure would make those who start from nothing look expensive, and the easiest to help
/// look like good management. The cost is shared by minutes, so that the time given to those who were lost stays counted. The interval is that of the mean
/// gain (<see cref="Reechantillonnage"/>); it has no higher end when that one may be nothing.
/// </summary>
/// <param name="Effectif">People with a gain.</param>
/// <param name="SansGain">People whose time is counted and whose gain isn't known: lost, or on the way.</param>
/// <param name="Centimes">For one whole gain (from nothing to everything); null when the sum of the gains isn't above 0, or under the threshold.</param>
internal sealed record CoutParGain(NiveauDeDepart Depart, int Effectif, int SansGain, long? Centimes, long? Bas, long? Haut)
{
    private const double Rien = 1e-9;

    public static IReadOnlyList<CoutParGain> ParNiveauDeDepart(CoutComplet cout, IReadOnlyCollection<PartDeCout> parts)
    {
        var minutes = parts.Sum(p => (long)p.Minutes);
        return
        [
            .. from p in parts
               group p by p.Depart into groupe
               orderby groupe.Key
               let part = minutes == 0 ? 0 : (decimal)cout.Total * groupe.Sum(p => (long)p.Minutes) / minutes
               select Un(groupe.Key, part, [.. groupe.Where(p => p.Gain is not null).Select(p => p.Gain!.Value).Order()], groupe.Count(p => p.Gain is null)),
        ];
    }

    private static CoutParGain Un(NiveauDeDepart depart, decimal part, double[] gains, int sansGain)
    {
        if (part == 0 || gains.Length < ListeMasquee.Seuil || gains.Sum() <= Rien)
        {
            return new(depart, gains.Length, sansGain, null, null, null);
        }

        var (bas, haut) = Reechantillonnage.Intervalle(gains, t => t.Sum());
        return new(depart, gains.Length, sansGain, EnCentimes(part, gains.Sum()), EnCentimes(part, haut), bas > Rien ? EnCentimes(part, bas) : null);
    }

    private static long EnCentimes(decimal part, double gains) => (long)Math.Round(part / (decimal)gains, MidpointRounding.AwayFromZero);
}
