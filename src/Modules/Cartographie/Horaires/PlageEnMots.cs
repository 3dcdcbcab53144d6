namespace FaireAvec.Cartographie.Horaires;

/// <summary>One range of a day in the week table.</summary>
/// <param name="Debut">Minutes since midnight of the day, 0 to 1439.</param>
/// <param name="Fin">Minutes since midnight of the day; more than 1440 when the range runs into the night that follows.</param>
/// <param name="Texte">« 9 h – 12 h 30 »; for an open end, the start only.</param>
/// <param name="Inconnu">True when the opening depends on something: see the comment.</param>
/// <param name="Commentaire">The comment to write under the table, or null.</param>
internal sealed record PlageEnMots(int Debut, int Fin, string Texte, bool Inconnu, string? Commentaire);
