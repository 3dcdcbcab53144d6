namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>Hours as the file writes them, in one of three shapes.</summary>
/// <param name="Osm">A text that should be OSM already.</param>
/// <param name="Semaine">A week in words.</param>
/// <param name="Jours">Seven texts from Monday, or null.</param>
/// <param name="Semaines">The weeks that they are about.</param>
internal sealed record HorairesLus(string? Osm, string? Semaine, string?[]? Jours, Semaines Semaines)
{
    public bool EstVide => Osm is null && Semaine is null && Jours?.Any(j => j is not null) != true;
}
