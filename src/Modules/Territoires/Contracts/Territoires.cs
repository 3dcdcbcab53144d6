using FaireAvec.Kernel.Texte;

namespace FaireAvec.Contracts.Territoires;

/// <summary>
/// A commune of today, or a municipal arrondissement of Paris, Lyon or Marseille (then <see cref="CommuneMere"/> says which).
/// A missing population or position is unknown, never zero. The same commune is always the same object.
/// </summary>
public abstract class Commune
{
    /// <summary>INSEE code, five characters ("42218", "2A004", "97411").</summary>
    public abstract string CodeInsee { get; }

    /// <summary>Official name, with accents.</summary>
    public abstract string Nom { get; }

    /// <summary>Code of the département or overseas collectivity ("42", "2A", "974").</summary>
    public abstract string Departement { get; }

    /// <summary>Name of the département: shown beside the commune, so that homonyms are told apart.</summary>
    public abstract string NomDepartement { get; }

    /// <summary>Code of the region; for overseas collectivities, the code of the collectivity.</summary>
    public abstract string Region { get; }

    /// <summary>SIREN of the EPCI, or null when the commune belongs to none.</summary>
    public abstract string? Epci { get; }

    /// <summary>Postal codes, in order; empty where nobody gets mail.</summary>
    public abstract IReadOnlyList<string> CodesPostaux { get; }

    /// <summary>Municipal population, or null when unknown.</summary>
    public abstract int? Population { get; }

    /// <summary>Latitude of the centre (WGS84), or null when unknown.</summary>
    public abstract double? Latitude { get; }

    /// <summary>Longitude of the centre (WGS84), or null when unknown.</summary>
    public abstract double? Longitude { get; }

    /// <summary>For an arrondissement, the code of its commune (75056, 69123, 13055); null otherwise.</summary>
    public abstract string? CommuneMere { get; }

    /// <summary>Time zone (IANA): "Europe/Paris", "Indian/Reunion", "Pacific/Marquesas"…</summary>
    public abstract string FuseauHoraire { get; }

    /// <summary>True for Paris 1er to Marseille 16e.</summary>
    public bool EstArrondissement => CommuneMere is not null;

    /// <summary>Part of an address that names this commune and no other ("saint-etienne-42218"). <see cref="ITerritoires.CommuneParSlug"/> reads it back.</summary>
    public string Slug => $"{TexteRecherche.Slug(Nom)}-{CodeInsee.ToLowerInvariant()}";

    /// <summary>Name and département: « Saint-Étienne (Loire) ».</summary>
    public string NomComplet => Nom == NomDepartement ? Nom : $"{Nom} ({NomDepartement})";
}

/// <summary>A département, or an overseas collectivity that stands for one.</summary>
/// <param name="Code">"42", "2A", "974", "988".</param>
/// <param name="Nom">"Loire".</param>
/// <param name="Region">Code of the region.</param>
/// <param name="NomRegion">Name of the region.</param>
/// <param name="ChefLieu">INSEE code of the chief town.</param>
/// <param name="Zone">Metropolitan France, overseas département, or overseas collectivity.</param>
/// <param name="FuseauHoraire">Time zone (IANA) of the chief town.</param>
/// <param name="Voisins">Codes of the départements that share a border, in order.</param>
public sealed record Departement(
    string Code, string Nom, string Region, string NomRegion, string ChefLieu, ZoneTerritoire Zone, string FuseauHoraire, IReadOnlyList<string> Voisins)
{
    /// <summary>"loire-42".</summary>
    public string Slug => $"{TexteRecherche.Slug(Nom)}-{Code.ToLowerInvariant()}";
}

/// <summary>A region, or an overseas collectivity that stands for one.</summary>
/// <param name="Code">"84", "04", "988". Not to be confused with codes of départements: the region 75 is Nouvelle-Aquitaine.</param>
/// <param name="Nom">"Auvergne-Rhône-Alpes".</param>
/// <param name="ChefLieu">INSEE code of the chief town.</param>
/// <param name="Zone">Metropolitan France, overseas region, or overseas collectivity.</param>
/// <param name="Departements">Codes of its départements, in order.</param>
public sealed record Region(string Code, string Nom, string ChefLieu, ZoneTerritoire Zone, IReadOnlyList<string> Departements)
{
    /// <summary>"auvergne-rhone-alpes-84".</summary>
    public string Slug => $"{TexteRecherche.Slug(Nom)}-{Code.ToLowerInvariant()}";
}

/// <summary>A grouping of communes with its own taxation.</summary>
/// <param name="Code">SIREN.</param>
/// <param name="Nom">"Saint-Etienne Métropole".</param>
/// <param name="Type">"CC", "CA", "CU", "METRO", "MET69"…</param>
/// <param name="Population">Total population, or null when unknown.</param>
/// <param name="Communes">INSEE codes of the member communes, in order.</param>
public sealed record Epci(string Code, string Nom, string Type, int? Population, IReadOnlyList<string> Communes);

/// <summary>Where a territory is.</summary>
public enum ZoneTerritoire
{
    /// <summary>Metropolitan France, Corsica included.</summary>
    Metropole,

    /// <summary>Guadeloupe, Martinique, Guyane, La Réunion, Mayotte.</summary>
    OutreMer,

    /// <summary>The other overseas collectivities, New Caledonia, Clipperton.</summary>
    CollectiviteOutreMer,
}

/// <summary>How a commune answers what was typed, best first. The order of the values is the order of the results.</summary>
public enum Correspondance
{
    /// <summary>The postal or INSEE code was typed in full.</summary>
    Code,

    /// <summary>The whole name was typed, with or without its article.</summary>
    Nom,

    /// <summary>The whole name was typed, with the département or the region.</summary>
    NomEtDepartement,

    /// <summary>The whole of a former name was typed, or of a place inside the commune.</summary>
    AncienNom,

    /// <summary>The name begins so.</summary>
    DebutDeNom,

    /// <summary>Words of the name begin so.</summary>
    DebutDeMot,

    /// <summary>The name holds these letters.</summary>
    Contenu,

    /// <summary>The commune is in the département that was typed.</summary>
    Departement,

    /// <summary>A postal code begins so.</summary>
    DebutDeCode,

    /// <summary>Nearly: one or two letters differ, or the code is near. A suggestion, to be shown as one.</summary>
    Approchante,
}

/// <summary>One answer of the commune search.</summary>
/// <param name="Commune">The commune.</param>
/// <param name="Correspondance">Why it is there.</param>
/// <param name="AncienNom">The former name or the place by which it was found; null when found by its own name or code.</param>
public sealed record CommuneTrouvee(Commune Commune, Correspondance Correspondance, string? AncienNom);

/// <summary>A commune and how far its centre is.</summary>
/// <param name="Commune">The commune.</param>
/// <param name="DistanceKm">Great-circle distance to the centre of the commune, in kilometres.</param>
public sealed record CommuneProche(Commune Commune, double DistanceKm);

/// <summary>A département and how far the nearest centre of its communes is.</summary>
/// <param name="Departement">The département.</param>
/// <param name="DistanceKm">Great-circle distance, in kilometres.</param>
public sealed record DepartementProche(Departement Departement, double DistanceKm);
