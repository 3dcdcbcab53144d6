namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// Finds what hardly happens (<see cref="NatureDeSignal"/>). A signal blames nobody and changes no figure: it asks whoever entered it to look again
/// (<see cref="VisibiliteDuSignal"/>).
/// </summary>
internal static class ProfilsImpossibles
{
    public const int ParJour = 3;
    private const int AssezDeSavoirFaire = 3;

    public static IReadOnlyList<Signal> Chercher(IReadOnlyCollection<EvaluationSaisie> evaluations) =>
    [
        .. evaluations.GroupBy(e => e.Evaluation.Personne).SelectMany(DUnePersonne)
            .Concat(evaluations.GroupBy(e => e.Mediateur).SelectMany(DUnMediateur))
            .Distinct()
            .OrderBy(s => s.Jour).ThenBy(s => s.Nature).ThenBy(s => s.Mediateur).ThenBy(s => s.Personne),
    ];

    private static IEnumerable<Signal> DUnePersonne(IGrouping<Guid, EvaluationSaisie> personne)
    {
        if (personne.Where(e => e.Evaluation.Moment == Moment.Sortie).OrderByDescending(e => e.Evaluation.Jour).ThenByDescending(e => e.SaisieLe).ThenBy(e => e.Mediateur).FirstOrDefault() is not { } sortie)
        {
            yield break;
        }

        Signal Un(NatureDeSignal nature) => new(nature, sortie.Mediateur, personne.Key, sortie.Evaluation.Jour);
        var (debuts, fins) = (Niveaux(personne, Moment.Initial), Niveaux(personne, Moment.Sortie));
        if (debuts.Count > 0 && debuts.Values.All(n => n.Max == 0) && debuts.Keys.All(fins.ContainsKey) && fins.Values.All(n => n.Min == 5))
        {
            yield return Un(NatureDeSignal.ToutDeZeroACinq);
        }

        var communs = debuts.Keys.Where(fins.ContainsKey).ToList();
        if (communs.Any(c => fins[c].Jour < debuts[c].Jour))
        {
            yield return Un(NatureDeSignal.FinAvantDebut);
        }

        if (communs.Count >= AssezDeSavoirFaire && communs.Count(c => fins[c].Min > debuts[c].Max) == 1)
        {
            yield return Un(NatureDeSignal.UnSeulSavoirFaire);
        }
    }

    private static IEnumerable<Signal> DUnMediateur(IGrouping<Guid, EvaluationSaisie> mediateur)
    {
        foreach (var minute in mediateur.GroupBy(e => e.SaisieLe.UtcTicks / TimeSpan.TicksPerMinute).Where(g => g.Select(e => e.Evaluation.Personne).Distinct().Skip(1).Any()))
        {
            yield return new(NatureDeSignal.HeuresIdentiques, mediateur.Key, null, minute.Min(e => e.Evaluation.Jour));
        }

        foreach (var jour in mediateur.GroupBy(e => e.Evaluation.Jour).Where(g => g.Select(e => (e.Evaluation.Personne, e.Evaluation.Moment)).Distinct().Count() > ParJour))
        {
            yield return new(NatureDeSignal.TropEnUnJour, mediateur.Key, null, jour.Key);
        }
    }

    private static Dictionary<string, (int Min, int Max, DateOnly Jour)> Niveaux(IEnumerable<EvaluationSaisie> evaluations, Moment moment) => evaluations
        .Where(e => e.Evaluation.Moment == moment)
        .GroupBy(e => e.Evaluation.SavoirFaire, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (g.Min(e => e.Evaluation.Niveau), g.Max(e => e.Evaluation.Niveau), moment == Moment.Initial ? g.Min(e => e.Evaluation.Jour) : g.Max(e => e.Evaluation.Jour)), StringComparer.Ordinal);
}
