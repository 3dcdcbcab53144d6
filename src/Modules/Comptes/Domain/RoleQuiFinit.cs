namespace FaireAvec.Comptes.Domain;

/// <summary>A role, or a place in a team, that ends soon: said at 90, 60 and 30 days, so that it is renewed or handed over in time.</summary>
internal static class RoleQuiFinit
{
    public static IReadOnlyList<int> Paliers { get; } = [30, 60, 90];

    /// <summary>The step that this end is within, or null: too far, or past.</summary>
    public static int? Palier(DateOnly fin, DateOnly aujourdhui)
    {
        var jours = fin.DayNumber - aujourdhui.DayNumber;
        return jours < 0 ? null : Paliers.Where(p => jours <= p).Select(p => (int?)p).FirstOrDefault();
    }

    /// <summary>The day from which it is said at that step.</summary>
    public static DateOnly Depuis(DateOnly fin, int palier) => fin.AddDays(-palier);
}
