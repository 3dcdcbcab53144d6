namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary><c>people met outside the place / people met</c>.</summary>
internal static class TauxAllerVers
{
    public static Proportion De(int contactesHorsLieu, int contactes) => contactesHorsLieu >= 0 && contactesHorsLieu <= contactes
        ? new(contactesHorsLieu, contactes)
        : throw new ArgumentOutOfRangeException(nameof(contactesHorsLieu), "Those met outside are among those met.");
}

/// <summary>The people met in a period, each once as far as it can be known: those of a market leave no name.</summary>
/// <param name="HorsLieu">Met outside the place.</param>
/// <param name="Venues">Of those, known to have come since: they are among <paramref name="Nouvelles"/>, and aren't counted twice.</param>
/// <param name="Nouvelles">Helped for the first time in the period.</param>
/// <param name="NonSues">Helped without a name, and nobody said whether it was the first time: counted as met, so that an empty field never raises the rate.</param>
internal sealed record ContactsDeLaPeriode(int HorsLieu, int Venues, int Nouvelles, int NonSues)
{
    public int Rencontrees => HorsLieu + Math.Max(0, Nouvelles - Venues) + NonSues;

    public Proportion Taux => TauxAllerVers.De(HorsLieu, Rencontrees);
}
