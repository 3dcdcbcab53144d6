namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>What is known of a row besides its cells.</summary>
/// <param name="Source">Name of the producer, used when the row has none.</param>
/// <param name="Aujourdhui">The day of the import: later dates are refused.</param>
/// <param name="Departement">Département where the source works, or null: helps a row that doesn't say where it is.</param>
internal sealed record ContexteNettoyage(string Source, DateOnly Aujourdhui, string? Departement = null);
