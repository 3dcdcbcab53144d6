namespace FaireAvec.Cartographie.Sources;

/// <summary>
/// Gives groups their public ids, the same from night to night. A group is anchored by one of its records, whose id is the public one: the record that
/// anchored the largest part of it before, else its oldest record. So a link to a place that was merged, split or merged again always leads somewhere.
/// </summary>
internal static class StabiliteDesGroupes
{
    /// <summary>One group with its anchor.</summary>
    internal sealed record Ancre(string Id, IReadOnlyList<string> Fiches);

    /// <summary>Anchors of the new groups.</summary>
    /// <param name="groupes">The groups just made: their records, at least two each, in no two groups.</param>
    /// <param name="groupeAvant">The group of each record until now, for those that had one.</param>
    /// <param name="creeLe">When each record came.</param>
    public static IReadOnlyList<Ancre> Ancrer(IEnumerable<IReadOnlyCollection<string>> groupes, IReadOnlyDictionary<string, string> groupeAvant, IReadOnlyDictionary<string, DateTimeOffset> creeLe)
    {
        var ancres = new List<Ancre>();
        foreach (var groupe in groupes)
        {
            var parts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var fiche in groupe)
            {
                var avant = groupeAvant.GetValueOrDefault(fiche, fiche);
                parts[avant] = parts.GetValueOrDefault(avant) + 1;
            }

            // The order is total: two nodes, or two nights, choose the same.
            var ancre = groupe
                .OrderByDescending(f => groupeAvant.TryGetValue(f, out var g) && g == f ? parts[f] : 0)
                .ThenBy(f => creeLe.GetValueOrDefault(f))
                .ThenBy(f => f, StringComparer.Ordinal)
                .First();
            ancres.Add(new Ancre(ancre, [.. groupe.Order(StringComparer.Ordinal)]));
        }

        return [.. ancres.OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Redirections after a grouping: an id that was public and no longer is leads to the place that has most of what it had. Ids that are public again
    /// have none, chains are shortened.
    /// </summary>
    /// <param name="anciennes">Redirections until now.</param>
    /// <param name="publicDe">The public id of every record that exists now.</param>
    /// <param name="publicAvant">The public id of every record until now, those since removed too.</param>
    public static IReadOnlyDictionary<string, string> Rediriger(IReadOnlyDictionary<string, string> anciennes, IReadOnlyDictionary<string, string> publicDe, IReadOnlyDictionary<string, string> publicAvant)
    {
        var publics = publicDe.Values.ToHashSet(StringComparer.Ordinal);
        var nouvelles = new Dictionary<string, string>(anciennes, StringComparer.Ordinal);
        foreach (var (fiche, publie) in publicDe)
        {
            if (fiche != publie)
            {
                nouvelles[fiche] = publie;
            }
        }

        foreach (var avant in publicAvant.GroupBy(p => p.Value, p => p.Key, StringComparer.Ordinal).Where(g => !publics.Contains(g.Key) && !publicDe.ContainsKey(g.Key)))
        {
            var vers = avant.Select(f => publicDe.GetValueOrDefault(f)).OfType<string>().GroupBy(p => p, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            if (vers is not null)
            {
                nouvelles[avant.Key] = vers;
            }
        }

        var finales = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ancien in nouvelles.Keys.Where(a => !publics.Contains(a)))
        {
            var vers = nouvelles[ancien];
            // As many steps as there are ids at most: a circle would be a bug, not a hang.
            for (var pas = 0; pas < nouvelles.Count && !publics.Contains(vers) && nouvelles.TryGetValue(vers, out var suite); pas++)
            {
                vers = suite;
            }

            if (vers != ancien)
            {
                finales[ancien] = vers;
            }
        }

        return finales;
    }
}
