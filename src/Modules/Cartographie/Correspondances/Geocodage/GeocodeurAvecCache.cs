namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>Asks another geocoder only what isn't kept, each address once. What the other one failed to ask isn't kept: it is asked again next time.</summary>
internal sealed class GeocodeurAvecCache(ServiceDAdresses service, ICacheAdresses cache) : IGeocodeur
{
    public async Task<IReadOnlyList<AdresseTrouvee?>> GeocoderAsync(IReadOnlyList<DemandeAdresse> demandes, CancellationToken annulation)
    {
        var connues = await cache.LireAsync([.. demandes.Select(d => d.Cle)], annulation);
        var nouvelles = demandes.Where(d => !connues.ContainsKey(d.Cle)).DistinctBy(d => d.Cle, StringComparer.Ordinal).ToList();
        var reponses = nouvelles.Count == 0 ? new Dictionary<string, AdresseTrouvee?>(StringComparer.Ordinal) : await service.DemanderAsync(nouvelles, annulation);
        if (reponses.Count > 0)
        {
            await cache.EcrireAsync([.. reponses], annulation);
        }

        return [.. demandes.Select(d => connues.GetValueOrDefault(d.Cle) ?? reponses.GetValueOrDefault(d.Cle))];
    }
}
