namespace FaireAvec.Kernel.ICalendar;

/// <summary>One event of somebody else's calendar: when, and nothing of what.</summary>
internal sealed class EvenementLu
{
    public string Uid { get; set; } = "";
    public int Sequence { get; set; }
    public DateICalendar? Debut { get; set; }
    public DateICalendar? Fin { get; set; }
    public DureeICalendar? Duree { get; set; }
    public List<string> Regles { get; } = [];
    public List<DateICalendar> Ajoutees { get; } = [];
    public List<DateICalendar> Retirees { get; } = [];

    /// <summary>The time of the repeated event that this one replaces.</summary>
    public DateICalendar? Remplace { get; set; }

    public bool Annule { get; set; }

    /// <summary>True when it leaves the person free.</summary>
    public bool Libre { get; set; }

    /// <summary>True when something in it can't be read.</summary>
    public bool Illisible { get; set; }
}
