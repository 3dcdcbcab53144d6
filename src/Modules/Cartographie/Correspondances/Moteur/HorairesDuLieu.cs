namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>What was made of the hours of a place.</summary>
/// <param name="Osm">OSM text, read and valid; null when there is none.</param>
/// <param name="Texte">What the source wrote, when it couldn't be turned into OSM with enough confidence; null otherwise.</param>
/// <param name="Avant">What was written, when the OSM text isn't that.</param>
internal sealed record HorairesDuLieu(string? Osm, string? Texte, string? Avant)
{
    public static readonly HorairesDuLieu Inconnus = new(null, null, null);
}
