namespace FaireAvec.Accompagnement.Domain.Mentorats;

internal enum MotifDIsolement
{
    SansMentor,
    SansRencontre,
}

/// <summary>« Pas de médiateur seul »: no mentor after thirty days, or no meeting for forty-five. Said to the person as to who coordinates them; a reason to call, never a fault.</summary>
/// <param name="Motif">Which of the two.</param>
/// <param name="Depuis">Since when.</param>
internal sealed record Isolement(MotifDIsolement Motif, DateOnly Depuis)
{
    public const int JoursSansMentor = 30;
    public const int JoursSansRencontre = 45;

    /// <summary>What is to be said today, or null.</summary>
    /// <param name="arrivee">First day in the team, or the end of the last mentorship when it is later.</param>
    /// <param name="mentorat">First day of the mentorship in force; null without one.</param>
    /// <param name="derniereRencontre">Last day that the two met.</param>
    /// <param name="aujourdhui">Today.</param>
    public static Isolement? De(DateOnly arrivee, DateOnly? mentorat, DateOnly? derniereRencontre, DateOnly aujourdhui)
    {
        if (mentorat is not { } debut)
        {
            return aujourdhui.DayNumber - arrivee.DayNumber > JoursSansMentor ? new(MotifDIsolement.SansMentor, arrivee) : null;
        }

        var depuis = derniereRencontre is { } r && r > debut ? r : debut;
        return aujourdhui.DayNumber - depuis.DayNumber > JoursSansRencontre ? new(MotifDIsolement.SansRencontre, depuis) : null;
    }
}
