namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>One savoir-faire of somebody, from the first look to the exit.</summary>
/// <param name="Poids">Its weight.</param>
/// <param name="Debut">Level at the start.</param>
/// <param name="Fin">Level at the exit.</param>
internal readonly record struct Progression(string SavoirFaire, int Poids, int Debut, int Fin)
{
    /// <summary>The two looks are at least this many days apart: an earlier one measures what was just shown, not what stays.</summary>
    public const int EcartMinimal = 14;

    /// <summary>
    /// What each person's evaluations say, for those that can be compared: an initial look and an exit at least <see cref="EcartMinimal"/> days apart.
    /// Without an exit there is no end: whoever was lost has no progression, and is counted apart. Of several looks on one day the strongest proof is kept;
    /// at equal proof, the one that makes the progress smaller.
    /// </summary>
    public static IReadOnlyList<Progression> De(IReadOnlyCollection<Evaluation> evaluations, Func<string, int?> poids) =>
    [
        .. from debut in Debuts(evaluations, poids)
           let fin = evaluations.Where(e => e.SavoirFaire == debut.Evaluation.SavoirFaire && e.Moment == Moment.Sortie).OrderByDescending(e => e.Jour).ThenByDescending(e => e.Preuve).ThenBy(e => e.Niveau).FirstOrDefault()
           where fin is not null && fin.Jour.DayNumber - debut.Evaluation.Jour.DayNumber >= EcartMinimal
           orderby debut.Evaluation.SavoirFaire
           select new Progression(debut.Evaluation.SavoirFaire, debut.Poids, debut.Evaluation.Niveau, fin.Niveau),
    ];

    /// <summary>The first look at each savoir-faire that the list knows, with its weight.</summary>
    public static IEnumerable<(Evaluation Evaluation, int Poids)> Debuts(IEnumerable<Evaluation> evaluations, Func<string, int?> poids) =>
        from e in evaluations
        where e.Moment == Moment.Initial
        group e by e.SavoirFaire into groupe
        let w = poids(groupe.Key)
        where w is not null
        select (groupe.OrderBy(e => e.Jour).ThenByDescending(e => e.Preuve).ThenByDescending(e => e.Niveau).First(), w.Value);
}
