namespace FaireAvec.Accompagnement.Domain.Rappels;

/// <summary>Which of the two reminders.</summary>
internal enum PalierDeRappel
{
    /// <summary>Two days before: there is time to move it.</summary>
    Premier,

    /// <summary>Two hours before.</summary>
    Second,
}
