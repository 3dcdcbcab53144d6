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
    public static NiveauDeDepart? De(IReadOnlyCollection<Progression> progressions)
    {
        var poids = progressions.Sum(p => p.Poids);
        // 1.5 and 3 without fractions: 2 × Σ w n against 3 × Σ w and 6 × Σ w.
        var double_ = 2 * progressions.Sum(p => p.Poids * p.Debut);
        return poids == 0 ? null : double_ < 3 * poids ? NiveauDeDepart.Premier : double_ < 6 * poids ? NiveauDeDepart.Milieu : NiveauDeDepart.Avance;
    }
}
