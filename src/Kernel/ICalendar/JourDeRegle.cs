namespace FaireAvec.Kernel.ICalendar;

/// <summary>« MO », « 2TU », « -1FR ».</summary>
/// <param name="Rang">Which one, from the end when it is negative; 0 for all of them.</param>
/// <param name="Jour">Day of the week.</param>
internal readonly record struct JourDeRegle(int Rang, DayOfWeek Jour);
