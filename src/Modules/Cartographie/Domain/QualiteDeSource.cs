namespace FaireAvec.Cartographie.Domain;

/// <summary>The quality of a source: means of its places, in tenths of a point, and what is most often missing.</summary>
/// <param name="Source">Code.</param>
/// <param name="Lieux">Number of places.</param>
/// <param name="Total">Mean of the totals.</param>
/// <param name="Complet">Mean of the part.</param>
/// <param name="Frais">Mean of the part.</param>
/// <param name="Geocode">Mean of the part.</param>
/// <param name="HorairesCompris">Mean of the part.</param>
/// <param name="Manques">Columns and the number of places that lack them, the most frequent first.</param>
internal sealed record QualiteDeSource(string Source, int Lieux, double Total, double Complet, double Frais, double Geocode, double HorairesCompris, IReadOnlyList<KeyValuePair<string, int>> Manques)
{
    /// <summary>One of each source, in the order of their codes.</summary>
    public static IReadOnlyList<QualiteDeSource> ParSource(IEnumerable<(string Source, Qualite Qualite)> lieux) =>
        [.. lieux.GroupBy(l => l.Source, l => l.Qualite, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => De(g.Key, [.. g]))];

    /// <summary>The quality of these places together.</summary>
    public static QualiteDeSource De(string source, IReadOnlyCollection<Qualite> lieux)
    {
        double Moyenne(Func<Qualite, int> part) => lieux.Count == 0 ? 0 : Math.Round((double)lieux.Sum(part) / lieux.Count, 1, MidpointRounding.AwayFromZero);
        var manques = lieux.SelectMany(q => q.Manques).GroupBy(m => m, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal).ToList();
        return new QualiteDeSource(source, lieux.Count, Moyenne(q => q.Total), Moyenne(q => q.Complet), Moyenne(q => q.Frais), Moyenne(q => q.Geocode), Moyenne(q => q.HorairesCompris), manques);
    }
}
