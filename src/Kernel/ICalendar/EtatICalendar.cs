namespace FaireAvec.Kernel.ICalendar;

/// <summary>Where an event stands, for whoever reads the calendar.</summary>
public enum EtatICalendar
{
    /// <summary>It will take place.</summary>
    Confirme,

    /// <summary>Asked for, not agreed yet.</summary>
    Provisoire,

    /// <summary>It won't: programs that had it take it out, or cross it.</summary>
    Annule,
}
