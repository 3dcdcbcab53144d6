namespace FaireAvec.Cartographie.Norme;

/// <summary>What a conversion did to a value so that the file follows the standard, or why it left a row out.</summary>
/// <param name="Ligne">Row, as a person counts.</param>
/// <param name="Id">Id of the place, when it has one.</param>
/// <param name="Colonne">Column; null for the whole row.</param>
/// <param name="Avant">What was written, shortened.</param>
/// <param name="Apres">What is written instead; null when nothing is.</param>
/// <param name="Regle">Rule that the value broke.</param>
/// <param name="Rejete">True when the whole row is left out.</param>
/// <param name="Raison">A French sentence.</param>
internal sealed record Retouche(long Ligne, string? Id, string? Colonne, string? Avant, string? Apres, string Regle, bool Rejete, string Raison);
