namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Where somebody started from, in three groups: the same gain doesn't take the same time from everywhere.</summary>
internal enum NiveauDeDepart
{
    /// <summary>Mean level under 1.5 at the start.</summary>
    Premier,

    /// <summary>From 1.5 to under 3.</summary>
    Milieu,

    /// <summary>3 or more: alone on most.</summary>
    Avance,
}

/// <summary>The group of a start.</summary>
internal static class NiveauxDeDepart
{
    /// <summary>By the mean of the starting levels, each with the weight of its savoir-faire; null without any.</summary>
    public static NiveauDeDepart? De(IReadOnlyCollection<Progression> progressions) => De([.. progressions.Select(p => (p.Poids, p.Debut))]);

    /// <summary>By the initial looks alone: whoever was lost started from somewhere too.</summary>
    public static NiveauDeDepart? DesDebuts(IEnumerable<Evaluation> evaluations, Func<string, int?> poids) =>
        De([.. Progression.Debuts(evaluations, poids).Select(d => (d.Poids, d.Evaluation.Niveau))]);

    private static NiveauDeDepart? De(IReadOnlyCollection<(int Poids, int Debut)> debuts)
    {
        var poids = debuts.Sum(d => d.Poids);
        // 1.5 and 3 without fractions: 2 × Σ w n against 3 × Σ w and 6 × Σ w.
        var double_ = 2 * debuts.Sum(d => d.Poids * d.Debut);
        return poids == 0 ? null : double_ < 3 * poids ? NiveauDeDepart.Premier : double_ < 6 * poids ? NiveauDeDepart.Milieu : NiveauDeDepart.Avance;
    }
}
