namespace FaireAvec.Kernel.ICalendar;

/// <summary>How often something comes back. Hours, minutes and seconds aren't: no agenda of people has them, and bombs do.</summary>
internal enum Frequence
{
    Jour,
    Semaine,
    Mois,
    Annee,
}
