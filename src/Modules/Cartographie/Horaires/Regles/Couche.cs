namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>What a rule lays on a day: a segment laid over those before, or, for a fallback rule, only where they leave the place closed.</summary>
/// <param name="Debut">Minutes since midnight.</param>
/// <param name="Fin">Minutes since midnight, not included.</param>
/// <param name="Etat">The state.</param>
/// <param name="Commentaire">The comment, or null.</param>
/// <param name="Repli">True for a fallback rule.</param>
internal readonly record struct Couche(int Debut, int Fin, EtatOuverture Etat, string? Commentaire, bool Repli);
