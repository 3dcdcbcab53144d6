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
/// look like good management. The cost is shared by minutes, so that the time given to those who were lost stays counted.
/// </summary>
/// <param name="Effectif">People with a gain.</param>
/// <param name="Centimes">For one whole gain (from nothing to everything); null when the sum of the gains isn't above 0, or under the threshold.</param>
internal sealed record CoutParGain(NiveauDeDepart Depart, int Effectif, long? Centimes)
{
    public static IReadOnlyList<CoutParGain> ParNiveauDeDepart(CoutComplet cout, IReadOnlyCollection<PartDeCout> parts)
    {
        var minutes = parts.Sum(p => (long)p.Minutes);
        return
        [
            .. from p in parts
               group p by p.Depart into groupe
               orderby groupe.Key
               let effectif = groupe.Count(p => p.Gain is not null)
               let gains = groupe.Select(p => p.Gain ?? 0).Order().Sum()
               let part = minutes == 0 ? 0 : (decimal)cout.Total * groupe.Sum(p => (long)p.Minutes) / minutes
               select new CoutParGain(groupe.Key, effectif, effectif >= ListeMasquee.Seuil && gains > 1e-9 ? (long)Math.Round(part / (decimal)gains, MidpointRounding.AwayFromZero) : null),
        ];
    }
}
