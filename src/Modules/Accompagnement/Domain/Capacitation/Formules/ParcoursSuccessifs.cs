namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// The looks at somebody, path by path. One is in progress at a time: the next one begins with a first look after the exit of the one before. What was gained
/// is never counted from the start of one to the exit of another.
/// </summary>
internal static class ParcoursSuccessifs
{
    public static IReadOnlyList<IReadOnlyList<Evaluation>> De(IEnumerable<Evaluation> evaluations)
    {
        var parcours = new List<List<Evaluation>>();
        DateOnly? sortie = null;
        foreach (var e in evaluations.OrderBy(e => e.Jour).ThenBy(e => e.Moment))
        {
            if (parcours.Count == 0 || (e.Moment == Moment.Initial && e.Jour > sortie))
            {
                parcours.Add([]);
                sortie = null;
            }

            parcours[^1].Add(e);
            sortie = e.Moment == Moment.Sortie ? e.Jour : sortie;
        }

        return parcours;
    }
}
