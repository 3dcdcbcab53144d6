namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A source that gives exactly the same services to all its places didn't ask them: the services were deduced from the kind of place. They are
/// kept, since they are likely, and marked as deduced wherever they are shown.
/// </summary>
internal static class ServicesDeduits
{
    /// <summary>Below this number of places, a single list may well be true.</summary>
    public const int Minimum = 10;

    /// <summary>The sources whose services are deduced.</summary>
    /// <param name="lieux">Source and services of every place.</param>
    public static IReadOnlySet<string> Sources(IEnumerable<(string Source, string[] Services)> lieux) =>
        lieux.GroupBy(l => l.Source, StringComparer.Ordinal)
            .Where(g => g.Count() >= Minimum && g.First().Services is { Length: > 0 } premiers && g.All(l => l.Services.SequenceEqual(premiers, StringComparer.Ordinal)))
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
}
