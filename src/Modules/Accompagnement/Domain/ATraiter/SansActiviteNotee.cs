namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>
/// Nothing was recorded for a while: a leave, an illness, another tool, or somebody alone. The person is told first; who coordinates them is told later,
/// so as to call, never to rank.
/// </summary>
internal static class SansActiviteNotee
{
    /// <summary>For who coordinates.</summary>
    public const int Jours = 30;

    /// <summary>For the person.</summary>
    public const int JoursPourSoi = 21;

    /// <summary>Since when nothing was recorded, or null when it isn't long enough.</summary>
    /// <param name="arrivee">First day in the team.</param>
    /// <param name="dernierActe">Last day that something was recorded for.</param>
    /// <param name="aujourdhui">Today.</param>
    /// <param name="jours">More than this many days.</param>
    public static DateOnly? Depuis(DateOnly arrivee, DateOnly? dernierActe, DateOnly aujourdhui, int jours)
    {
        var depuis = dernierActe is { } acte && acte > arrivee ? acte : arrivee;
        return aujourdhui.DayNumber - depuis.DayNumber > jours ? depuis : null;
    }
}
