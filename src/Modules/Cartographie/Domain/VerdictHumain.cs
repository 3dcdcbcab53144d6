namespace FaireAvec.Cartographie.Domain;

/// <summary>What a person says of two source records.</summary>
internal enum VerdictHumain
{
    /// <summary>The same desk: shown as one place.</summary>
    Meme,

    /// <summary>Two desks, whatever they have in common.</summary>
    Distinct,
}
