namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>Finds positions of addresses: the national service, or the centres of communes without network.</summary>
internal interface IGeocodeur
{
    /// <summary>One answer for each demand, in order; null when the address wasn't found, or not surely enough. Never throws for an address or for a service that fails.</summary>
    Task<IReadOnlyList<AdresseTrouvee?>> GeocoderAsync(IReadOnlyList<DemandeAdresse> demandes, CancellationToken annulation);
}
