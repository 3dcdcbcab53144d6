using FaireAvec.Kernel.Normes;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>A short message (SMS).</summary>
/// <param name="A">To whom.</param>
/// <param name="Texte">What is read; six segments at most.</param>
/// <param name="Cle">What makes it this message and no other ("rappel 01a2… 2880"): asked for twice, it is sent once. Neither a name nor a number in it.</param>
public sealed record CourtMessage(NumeroDeMobile A, string Texte, string Cle)
{
    /// <summary>Longest key.</summary>
    public const int CleMax = 120;

    /// <summary>Most segments: more is a letter, and is refused before it is paid for.</summary>
    public const int SegmentsMax = 6;

    /// <summary>What kind of message it is ("accompagnement.rappel"): all that is kept of it.</summary>
    public string Categorie { get; init; } = "autre";
}
