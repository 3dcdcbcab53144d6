using FaireAvec.Cartographie.Correspondances.Geocodage;

namespace FaireAvec.Cartographie.Sources;

/// <summary>A geocoding with its connection.</summary>
internal sealed record GeocodageOuvert(HttpClient Client, GeocodageDesLieux Lieux) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
