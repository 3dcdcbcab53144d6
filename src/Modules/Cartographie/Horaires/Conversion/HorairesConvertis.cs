namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>Hours converted from a free text.</summary>
/// <param name="Osm">In the OSM syntax, always readable by <see cref="HorairesOsm.Analyser"/>.</param>
/// <param name="Confiance">0 to 1: how often a conversion made of the same turns is right.</param>
internal sealed record HorairesConvertis(string Osm, double Confiance);
