using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Somebody came for a démarche, on one day.</summary>
/// <param name="Posture">How the time was shared; null when it isn't known.</param>
/// <param name="RegleChangee">The rules or the site of this démarche changed since their last visit: coming again says nothing of what was learned.</param>
internal sealed record Venue(Guid Personne, string Demarche, DateOnly Jour, Posture? Posture, bool RegleChangee = false);

/// <summary>
/// <c>TauxNonRetour(d) = 1 − people who came back for the same démarche d, done in their place or with them, within 12 months / people helped on d</c>.
/// The screen says « est revenue pour la même démarche » and never calls it a failure: some come back because they trust, some will always need it.
/// Only people who are followed or have a card are known to come back. A return where they did most of it themselves, or after the rules changed, isn't one.
/// A return whose posture isn't known counts as one: an empty field must not make the figure better.
/// </summary>
internal sealed record TauxNonRetour(string Demarche, Proportion Revenues)
{
    public const int Mois = 12;

    /// <summary>1 − the share of those who came back; null without anybody.</summary>
    public double? Valeur => Revenues.Valeur is { } r ? 1 - r : null;

    /// <summary>One line for each démarche, by name.</summary>
    public static IReadOnlyList<TauxNonRetour> ParDemarche(IEnumerable<Venue> venues) =>
    [
        .. from v in venues
           group v by v.Demarche into demarche
           orderby demarche.Key
           let personnes = demarche.GroupBy(v => v.Personne).ToList()
           select new TauxNonRetour(demarche.Key, new Proportion(personnes.Count(EstRevenue), personnes.Count)),
    ];

    private static bool EstRevenue(IEnumerable<Venue> venues)
    {
        var premiere = venues.Min(v => v.Jour);
        return venues.Any(v => EstUnRetour(v, premiere));
    }

    private static bool EstUnRetour(Venue v, DateOnly premiere) =>
        v.Jour > premiere && v.Jour <= premiere.AddMonths(Mois) && !v.RegleChangee && v.Posture is not { Faire: > Posture.Total / 2 };
}
