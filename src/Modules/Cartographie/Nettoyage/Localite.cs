namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>Postal code, INSEE code and name of a commune, after reconciliation. What could not be decided stays as it was written.</summary>
internal sealed record Localite(string? CodePostal, string? CodeInsee, string? Commune);
