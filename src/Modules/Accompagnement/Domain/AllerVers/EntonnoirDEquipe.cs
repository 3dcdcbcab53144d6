using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>
/// A funnel as a coordinator sees it. A count from 1 to 10 isn't shown, nor one that differs from a shown one by so little: the difference would be those
/// few people. The conversion is shown when neither those who came nor those who didn't are so few.
/// </summary>
/// <param name="Actions">How many actions.</param>
/// <param name="Etapes">Each step; <c>Effectif</c> is null when it is hidden or known in no action.</param>
/// <param name="Conversion">Null when it is hidden.</param>
internal sealed record EntonnoirDEquipe(int Actions, IReadOnlyList<(EtapeDEnrolement Etape, int? Effectif, bool Cache)> Etapes, Proportion? Conversion)
{
    public static EntonnoirDEquipe De(Entonnoir entonnoir)
    {
        var montres = new List<int>();
        var etapes = new List<(EtapeDEnrolement, int?, bool)>();
        foreach (var e in entonnoir.Etapes)
        {
            var cache = e.Effectif is { } n && !Montrable(n, montres);
            etapes.Add((e.Etape, cache ? null : e.Effectif, cache));
            if (e.Effectif is { } montre && !cache)
            {
                montres.Add(montre);
            }
        }

        var c = entonnoir.Conversion;
        return new(entonnoir.Actions, etapes, c.Effectif >= ListeMasquee.Seuil && Montrable(c.Oui, [.. montres, c.Effectif]) && Montrable(c.Effectif, montres) ? c : null);
    }

    /// <summary>Those who gave up, among those who answered; null when they, or the others, are too few to be shown.</summary>
    public static Proportion? ARenonce(Renoncement r) => r.Reponses >= ListeMasquee.Seuil && Montrable(r.Oui, [r.Reponses]) ? new Proportion(r.Oui, r.Reponses) : null;

    /// <summary>People met outside among all those met; null when they, or the others, are too few to be shown.</summary>
    public static Proportion? AllerVers(ContactsDeLaPeriode contacts) => contacts.Taux is { Publiable: true } taux ? taux : null;

    private static bool Montrable(int n, IEnumerable<int> montres) => !ListeMasquee.Petit(n) && montres.All(m => !ListeMasquee.Petit(Math.Abs(m - n)));
}
