using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Somebody came for a démarche, on one day.</summary>
/// <param name="Posture">How the time was shared; null when it isn't known.</param>
/// <param name="RegleChangee">The rules or the site of this démarche changed since their last visit: coming again says nothing of what was learned.</param>
/// <param name="Perdue">Nobody has news of this person any more.</param>
internal sealed record Venue(Guid Personne, string Demarche, DateOnly Jour, Posture? Posture, bool RegleChangee = false, bool Perdue = false);

/// <summary>
/// <c>TauxNonRetour(d) = 1 − people who came back for the same démarche d, done in their place or with them, within 12 months / people helped on d</c>.
/// The screen says « est revenue pour la même démarche » and never calls it a failure: some come back because they trust, some will always need it.
/// <list type="bullet">
/// <item>Only people who agree to be followed or have a card are known to come back.</item>
/// <item>Somebody helped less than 12 months ago may still come back: they wait, and are told.</item>
/// <item>Somebody of whom there is no more news, and who hadn't come back, is in neither number: not to be seen again isn't to manage alone.</item>
/// <item>A return where they did most of it themselves, or after the rules changed, isn't one. A return whose posture isn't known is one: an empty field must not make the figure better.</item>
/// </list>
/// </summary>
/// <param name="Revenues">Came back, out of those whose 12 months are over.</param>
/// <param name="EnAttente">Helped less than 12 months ago.</param>
/// <param name="Perdues">No more news, and hadn't come back.</param>
internal sealed record TauxNonRetour(string Demarche, Proportion Revenues, int EnAttente, int Perdues)
{
    public const int Mois = 12;

    /// <summary>1 − the share of those who came back; null without anybody.</summary>
    public double? Valeur => Revenues.Valeur is { } r ? 1 - r : null;

    /// <summary>One line for each démarche, by name.</summary>
    public static IReadOnlyList<TauxNonRetour> ParDemarche(IEnumerable<Venue> venues, DateOnly aujourdhui) =>
    [
        .. from v in venues
           group v by v.Demarche into demarche
           orderby demarche.Key
           select Une(demarche.Key, demarche.GroupBy(v => v.Personne), aujourdhui),
    ];

    private static TauxNonRetour Une(string demarche, IEnumerable<IGrouping<Guid, Venue>> personnes, DateOnly aujourdhui)
    {
        var (revenues, tous, attente, perdues) = (0, 0, 0, 0);
        foreach (var personne in personnes)
        {
            var premiere = personne.Min(v => v.Jour);
            if (premiere.AddMonths(Mois) > aujourdhui)
            {
                attente++;
            }
            else if (personne.Any(v => EstUnRetour(v, premiere)))
            {
                (revenues, tous) = (revenues + 1, tous + 1);
            }
            else if (personne.Any(v => v.Perdue))
            {
                perdues++;
            }
            else
            {
                tous++;
            }
        }

        return new(demarche, new(revenues, tous), attente, perdues);
    }

    private static bool EstUnRetour(Venue v, DateOnly premiere) =>
        v.Jour > premiere && v.Jour <= premiere.AddMonths(Mois) && !v.RegleChangee && v.Posture is not { Faire: > Posture.Total / 2 };
}
