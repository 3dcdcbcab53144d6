using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Integration;

/// <summary>What somebody looks for in the search that another site shows.</summary>
/// <param name="Ou">A town or a postal code, as typed; null where the site chose the territory.</param>
/// <param name="Commune">INSEE code around which one looks.</param>
/// <param name="Departement">Code of the département in which one looks.</param>
/// <param name="Besoin">What for.</param>
/// <param name="Page">From 1.</param>
internal sealed record DemandeIntegree(string? Ou, string? Commune, string? Departement, Besoin? Besoin, int Page);
