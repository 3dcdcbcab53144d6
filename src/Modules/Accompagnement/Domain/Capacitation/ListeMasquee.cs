namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// Counts that leave the team, with their total. One from 1 to 10 isn't shown; others are hidden with it, until what is hidden can't be found by difference:
/// at least two are, they make <see cref="Seuil"/> or more together, and they aren't all at the end of what a small count may be.
/// Tables that cross two things are not published at all.
/// </summary>
/// <param name="Total">Null when it is hidden.</param>
/// <param name="Valeurs">In their order; null when hidden.</param>
internal sealed record ListeMasquee(int? Total, IReadOnlyList<int?> Valeurs)
{
    public const int Seuil = 11;

    public static bool Petit(int effectif) => effectif is > 0 and < Seuil;

    public static ListeMasquee De(IReadOnlyList<int> valeurs)
    {
        var total = valeurs.Sum();
        if (Petit(total))
        {
            return new(null, [.. valeurs.Select(_ => (int?)null)]);
        }

        var masques = valeurs.Select(Petit).ToArray();
        if (!masques.Contains(true))
        {
            return new(total, [.. valeurs.Select(v => (int?)v)]);
        }

        while (!Sur(valeurs, masques))
        {
            // The smallest that is shown: the least is lost.
            var suivant = Enumerable.Range(0, valeurs.Count).Where(i => !masques[i] && valeurs[i] > 0).OrderBy(i => valeurs[i]).ThenBy(i => i).Cast<int?>().FirstOrDefault();
            if (suivant is not { } i)
            {
                // Everything is hidden and still can be guessed from the total: the total goes too.
                return new(null, [.. valeurs.Select(_ => (int?)null)]);
            }

            // Its equals go with it: which one of them was taken must say nothing.
            for (var j = 0; j < masques.Length; j++)
            {
                masques[j] |= valeurs[j] == valeurs[i];
            }
        }

        return new(total, [.. valeurs.Select((v, i) => masques[i] ? (int?)null : v)]);
    }

    private static bool Sur(IReadOnlyList<int> valeurs, bool[] masques)
    {
        var (nombre, somme) = (0, 0);
        for (var i = 0; i < masques.Length; i++)
        {
            (nombre, somme) = masques[i] ? (nombre + 1, somme + valeurs[i]) : (nombre, somme);
        }

        return nombre >= 2 && somme >= Seuil && somme != nombre && somme != nombre * (Seuil - 1);
    }
}
