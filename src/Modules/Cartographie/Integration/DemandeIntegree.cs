using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Integration;

/// <summary>What somebody looks for in the search that another site shows.</summary>
/// <param name="Ou">A town or a postal code, as typed; null where the site chose the territory.</param>
/// <param name="Commune">INSEE code around which one looks.</param>
/// <param name="Departements">Codes of the départements in which one looks: one, or those of a region.</param>
/// <param name="Besoin">What for.</param>
/// <param name="Page">From 1.</param>
internal sealed record DemandeIntegree(string? Ou, string? Commune, IReadOnlyList<string> Departements, Besoin? Besoin, int Page);
