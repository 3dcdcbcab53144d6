namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>One group of days with its hours, while a French text is being read.</summary>
internal sealed class RegleFrancaise
{
    /// <summary>Weekdays: bit 0 for Monday.</summary>
    public int Jours { get; set; }

    /// <summary>Weekdays of a rank in the month: « Sa[1] ».</summary>
    public List<string> Niemes { get; init; } = [];

    /// <summary>Weekdays that « sauf » takes away.</summary>
    public int Exclus { get; set; }

    /// <summary>Public holidays are among the days.</summary>
    public bool Feries { get; set; }

    /// <summary>Ranges in minutes; an end of -1 for « à partir de ».</summary>
    public List<(int Debut, int Fin)> Heures { get; init; } = [];

    /// <summary>« fermé ».</summary>
    public bool Ferme { get; set; }

    /// <summary>« sur rendez-vous ».</summary>
    public bool RendezVous { get; set; }

    /// <summary>« matin », « après-midi » written beside the days: bits 0 and 1.</summary>
    public int DemiJournees { get; set; }

    /// <summary>Months and weeks, already in the OSM syntax: « Sep-Jun », « week 1-53/2 ».</summary>
    public string Periode { get; set; } = "";

    /// <summary>True when days, holidays or a period were written.</summary>
    public bool ADesJours => Jours != 0 || Niemes.Count > 0 || Feries;

    /// <summary>True when nothing was written yet.</summary>
    public bool Vide => !ADesJours && Heures.Count == 0 && !Ferme && !RendezVous && Exclus == 0 && DemiJournees == 0;

    /// <summary>True when the rule says when: another group of days starts another rule.</summary>
    public bool Complete => Heures.Count > 0 || RendezVous;
}
