namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>What a geocoder answers for an address.</summary>
/// <param name="Latitude">WGS84.</param>
/// <param name="Longitude">WGS84.</param>
/// <param name="Niveau">How precise it is.</param>
/// <param name="Score">How sure the service is, 0 to 1; null for the centre of a commune.</param>
/// <param name="Voie">Name of the street as the service writes it, or null.</param>
/// <param name="CodePostal">Postal code, or null.</param>
/// <param name="Commune">Commune, or null.</param>
/// <param name="CodeInsee">INSEE code, or null.</param>
/// <param name="Fournisseur">Who answered.</param>
/// <param name="Date">When.</param>
internal sealed record AdresseTrouvee(double Latitude, double Longitude, NiveauDePosition Niveau, double? Score, string? Voie, string? CodePostal, string? Commune, string? CodeInsee, string Fournisseur, DateOnly Date);
