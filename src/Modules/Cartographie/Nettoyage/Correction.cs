namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>One change that the cleaning made. Nothing is changed without one.</summary>
/// <param name="Champ">Column of the standard.</param>
/// <param name="Avant">What the source wrote; masked when it belonged to a person.</param>
/// <param name="Apres">What is kept, or null when the value was removed.</param>
/// <param name="Regle">Code in <see cref="Regles"/>, or in the rules of a mapping.</param>
internal sealed record Correction(string Champ, string? Avant, string? Apres, string Regle);
