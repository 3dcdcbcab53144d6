namespace FaireAvec.Cartographie.Horaires;

/// <summary>The state at an instant and the comment of the rule that decides it.</summary>
/// <param name="Etat">Open, closed or unknown.</param>
/// <param name="Commentaire">The comment written in the hours, or null.</param>
internal readonly record struct EtatHoraires(EtatOuverture Etat, string? Commentaire);
