namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>Until when a line may be put off: tomorrow at the soonest, three months at the latest. What waits never disappears for good.</summary>
internal static class PlusTard
{
    public const int Max = 90;

    /// <summary>Offered at one touch.</summary>
    public static IReadOnlyList<int> Proposes { get; } = [1, 7, 30];

    public static bool Permis(DateOnly jusqua, DateOnly aujourdhui) => jusqua > aujourdhui && jusqua <= aujourdhui.AddDays(Max);
}
