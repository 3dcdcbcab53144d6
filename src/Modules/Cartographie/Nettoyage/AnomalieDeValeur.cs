namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>Something that the cleaning saw and would not, or could not, mend by itself.</summary>
/// <param name="Champ">Column of the standard.</param>
/// <param name="Valeur">What was written, shortened; masked when it belongs to a person.</param>
/// <param name="Regle">Code in <see cref="Regles"/>.</param>
/// <param name="Severite">What it means for the place.</param>
/// <param name="Phrase">A French sentence for the producer.</param>
/// <param name="Suggestion">What could be written instead, or null.</param>
internal sealed record AnomalieDeValeur(string Champ, string? Valeur, string Regle, Severite Severite, string Phrase, string? Suggestion = null);
