namespace FaireAvec.Cartographie.Domain;

/// <summary>Which old publications are kept: all of the last days, then the first one of each month, for ever. The latest one always.</summary>
internal static class GardeDesPublications
{
    /// <summary>Key of the dated parameter.</summary>
    public const string Parametre = "cartographie.publications_jours";

    public const int JoursParDefaut = 30;

    /// <summary>Days of the publications to remove.</summary>
    /// <param name="publications">Days of all publications.</param>
    /// <param name="aujourdhui">The day.</param>
    /// <param name="jours">Number of days for which all are kept.</param>
    public static IReadOnlyList<DateOnly> ARetirer(IReadOnlyCollection<DateOnly> publications, DateOnly aujourdhui, int jours)
    {
        if (publications.Count == 0)
        {
            return [];
        }

        var limite = aujourdhui.AddDays(-jours);
        var premieres = publications.GroupBy(j => (j.Year, j.Month)).Select(g => g.Min()).ToHashSet();
        var derniere = publications.Max();
        return [.. publications.Where(j => j < limite && j != derniere && !premieres.Contains(j)).Order()];
    }
}
