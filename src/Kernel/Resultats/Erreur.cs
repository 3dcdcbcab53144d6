namespace FaireAvec.Kernel.Resultats;

/// <summary>
/// An expected failure. <paramref name="Code"/> is stable and never reused ("CAR-012"): other systems may rely on it.
/// <paramref name="Message"/> is a French sentence that says what happened and what to do, fit for the person who reads it.
/// </summary>
/// <param name="Code">Module's three letters, a dash, a number.</param>
/// <param name="Message">A French sentence.</param>
/// <param name="Champ">The field or parameter at fault, when there is one.</param>
/// <param name="ValeursAcceptees">What may be written instead, when it is a closed list.</param>
public sealed record Erreur(string Code, string Message, string? Champ = null, IReadOnlyList<string>? ValeursAcceptees = null);
