namespace FaireAvec.Cartographie.Domain;

/// <summary>Format of a source's file. Guessed from its first bytes unless the source says it.</summary>
internal enum FormatDeSource
{
    ADeviner,
    Csv,
    Json,
    Geojson,
    Xlsx,
}
