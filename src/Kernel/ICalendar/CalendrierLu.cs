namespace FaireAvec.Kernel.ICalendar;

/// <summary>What was read of somebody else's calendar.</summary>
/// <param name="Occupees">When they are taken, in order, those that touch joined.</param>
/// <param name="Evenements">Events in it.</param>
/// <param name="Illisibles">Events without a date that can be read: passed over.</param>
/// <param name="ReglesNonComprises">Events that come back in a way that isn't understood: their first time alone counts.</param>
/// <param name="FuseauxInconnus">Events in a zone that isn't known: read at the clock of the place.</param>
public sealed record CalendrierLu(IReadOnlyList<PlageICalendar> Occupees, int Evenements, int Illisibles, int ReglesNonComprises, int FuseauxInconnus);
