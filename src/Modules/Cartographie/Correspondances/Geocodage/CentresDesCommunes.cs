using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>Without network: the centre of the commune, marked as such.</summary>
internal sealed class CentresDesCommunes(ITerritoires territoires, TimeProvider horloge) : IGeocodeur
{
    public const string Fournisseur = "centre de la commune";

    public Task<IReadOnlyList<AdresseTrouvee?>> GeocoderAsync(IReadOnlyList<DemandeAdresse> demandes, CancellationToken annulation) =>
        Task.FromResult<IReadOnlyList<AdresseTrouvee?>>([.. demandes.Select(d => Centre(d.CodeInsee))]);

    /// <summary>The centre of a commune; null when the commune or its centre isn't known.</summary>
    public AdresseTrouvee? Centre(string? codeInsee) => territoires.Commune(codeInsee) is { Latitude: { } latitude, Longitude: { } longitude } commune
        ? new(latitude, longitude, NiveauDePosition.Commune, null, null, commune.CodesPostaux is [var code, ..] ? code : null, commune.Nom, commune.CodeInsee, Fournisseur, DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime))
        : null;
}
