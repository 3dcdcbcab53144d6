namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>
/// A funnel as a coordinator sees it. A count from 1 to 10 isn't shown, nor one that differs from a shown one by so little: the difference would be those
/// few people. The conversion is shown when neither those who came nor those who didn't are so few.
/// </summary>
/// <param name="Actions">How many actions.</param>
/// <param name="Etapes">Each step; <c>Effectif</c> is null when it is hidden or known in no action.</param>
/// <param name="Conversion">Null when it is hidden.</param>
internal sealed record EntonnoirDEquipe(int Actions, IReadOnlyList<(EtapeDAllerVers Etape, int? Effectif, bool Cache)> Etapes, Part? Conversion)
{
    public const int Seuil = 11;

    public static EntonnoirDEquipe De(Entonnoir entonnoir)
    {
        var montres = new List<int>();
        var etapes = new List<(EtapeDAllerVers, int?, bool)>();
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
        return new(entonnoir.Actions, etapes, c.Sur >= Seuil && Montrable(c.Oui, [.. montres, c.Sur]) && Montrable(c.Sur, montres) ? c : null);
    }

    /// <summary>Those who gave up, among those who answered; null when they, or the others, are too few to be shown.</summary>
    public static Part? ARenonce(Renoncement r) => r.Reponses >= Seuil && Montrable(r.Oui, [r.Reponses]) ? new Part(r.Oui, r.Reponses) : null;

    private static bool Montrable(int n, IEnumerable<int> montres) => !Petit(n) && montres.All(m => !Petit(Math.Abs(m - n)));

    private static bool Petit(int n) => n is > 0 and < Seuil;
}
