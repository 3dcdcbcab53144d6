namespace FaireAvec.Cartographie.Revue;

/// <summary>A piece of a value: words that the other record has too, or that it hasn't.</summary>
internal sealed record Morceau(string Texte, bool Differe);
