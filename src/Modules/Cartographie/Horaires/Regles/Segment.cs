namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>A part of a local day with one state and one comment.</summary>
/// <param name="Debut">Minutes since midnight, 0 to 1439.</param>
/// <param name="Fin">Minutes since midnight, 1 to 1440, not included.</param>
/// <param name="Etat">The state.</param>
/// <param name="Commentaire">The comment, or null.</param>
internal readonly record struct Segment(int Debut, int Fin, EtatOuverture Etat, string? Commentaire);
