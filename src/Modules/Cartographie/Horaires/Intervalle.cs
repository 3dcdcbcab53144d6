namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// A span of time during which a place is open, or may be (unknown). Contiguous spans with the same state and the same comment are one.
/// Both bounds carry the local offset of their instant, so that their difference is the elapsed time, clock change included.
/// </summary>
/// <param name="Debut">First instant, in local time.</param>
/// <param name="Fin">First instant after the span, in local time.</param>
/// <param name="Inconnu">True when the state is unknown, false when it is open.</param>
/// <param name="Commentaire">The comment of the rule, or null.</param>
internal readonly record struct Intervalle(DateTimeOffset Debut, DateTimeOffset Fin, bool Inconnu, string? Commentaire)
{
    /// <summary>Elapsed time between the two instants.</summary>
    public TimeSpan Duree => Fin - Debut;
}
