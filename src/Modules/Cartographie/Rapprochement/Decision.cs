namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>What is decided of a pair.</summary>
internal enum Decision
{
    /// <summary>Two desks, or two places.</summary>
    Distinct,

    /// <summary>A person must say.</summary>
    ARevoir,

    /// <summary>The same desk at the same place.</summary>
    Meme,
}
