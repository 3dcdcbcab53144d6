namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>A need that goes to a trade.</summary>
/// <param name="Besoin">Code of the need.</param>
/// <param name="Metier">Who receives first.</param>
/// <param name="Sous">At the latest; null when nothing presses.</param>
internal sealed record Proposition(string Besoin, Metier Metier, TimeSpan? Sous = null);
