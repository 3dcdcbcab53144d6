namespace FaireAvec.Cartographie.Domain;

/// <summary>What a defect did to its row.</summary>
internal enum NiveauAnomalie
{
    /// <summary>The value was corrected; before and after are kept.</summary>
    Corrige,

    /// <summary>The value was left out, or is doubtful; the row is kept.</summary>
    Avertissement,

    /// <summary>The row was refused.</summary>
    Rejet,
}
