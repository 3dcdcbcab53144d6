namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>What became of a short message.</summary>
public enum SortDuCourtMessage
{
    /// <summary>The gateway has it.</summary>
    Remis,

    /// <summary>It was handed over before, or another node is doing it.</summary>
    DejaPris,

    /// <summary>Whoever has this number doesn't want any.</summary>
    Desinscrit,
}
