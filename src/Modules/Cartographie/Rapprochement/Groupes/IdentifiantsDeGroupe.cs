namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>
/// The public id of a group is always that of one of its places. The same place bears it from one run to the next: a group that grows keeps its id; of a
/// group that splits, the part with the bearer keeps it; when several groups become one, the largest of before wins, then the smallest id. A new group takes
/// the smallest id of its places. Every other id redirects.
/// </summary>
internal static class IdentifiantsDeGroupe
{
    /// <param name="membres">Ids of the places of each group.</param>
    /// <param name="precedents">Groups of the last run: id, and the ids of its places.</param>
    public static string[] Attribuer(IReadOnlyList<IReadOnlyList<string>> membres, IReadOnlyDictionary<string, IReadOnlyList<string>> precedents) =>
        [.. membres.Select(groupe => groupe
            .OrderByDescending(id => precedents.TryGetValue(id, out var avant) ? avant.Count : 0)
            .ThenBy(id => id, StringComparer.Ordinal)
            .First())];

    /// <summary>Where each id that isn't public any more leads; ids of the last run whose place has gone too.</summary>
    public static SortedDictionary<string, string> Rediriger(
        IReadOnlyList<string> ids, IReadOnlyList<IReadOnlyList<string>> membres, IReadOnlyDictionary<string, IReadOnlyList<string>> precedents, IReadOnlySet<string> presents)
    {
        var redirections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var groupeDe = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            foreach (var membre in membres[i])
            {
                groupeDe[membre] = ids[i];
                if (!string.Equals(membre, ids[i], StringComparison.Ordinal))
                {
                    redirections[membre] = ids[i];
                }
            }
        }

        foreach (var (ancien, anciens) in precedents)
        {
            if (presents.Contains(ancien))
            {
                continue;
            }

            var suite = anciens.Where(presents.Contains).Select(m => groupeDe.GetValueOrDefault(m, m))
                .GroupBy(id => id, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
            if (suite is not null)
            {
                redirections[ancien] = suite.Key;
            }
        }

        return redirections;
    }
}
