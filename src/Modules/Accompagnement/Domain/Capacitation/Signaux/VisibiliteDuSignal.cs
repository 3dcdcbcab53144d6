namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// Who sees a signal: the médiateur concerned at once and first; who coordinates their team only once the médiateur has seen it, has had
/// <see cref="Delai"/> to explain or put right, and hasn't. Nobody else ever: no employer, no payer, no State.
/// </summary>
internal static class VisibiliteDuSignal
{
    public static readonly TimeSpan Delai = TimeSpan.FromDays(14);

    public static bool PourLaCoordination(DateTimeOffset? vuLe, DateTimeOffset? expliqueLe, DateTimeOffset maintenant) =>
        vuLe is { } vu && expliqueLe is null && maintenant - vu >= Delai;
}
