using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Territoires.Fiches;

/// <summary>What the pages say of a territory: its population, its places, the nearest communes that have some.</summary>
internal sealed class Chiffres(ITerritoires territoires, ILieuxParTerritoire lieux)
{
    /// <summary>Rings, in kilometres, searched one after the other around a commune.</summary>
    private static readonly double[] Rayons = [10, 30, 100];

    private readonly Lazy<Dictionary<string, int?>> _populations = new(() => territoires.Departements.ToDictionary(
        d => d.Code,
        d => territoires.CommunesDuDepartement(d.Code) is var communes && communes.Any(c => c.Population is not null) ? communes.Sum(c => c.Population ?? 0) : (int?)null));

    /// <summary>Population of a département; null when unknown.</summary>
    public int? Population(Departement departement) => _populations.Value[departement.Code];

    /// <summary>Population of a region; null when that of one of its départements is unknown.</summary>
    public int? Population(Region region) =>
        region.Departements.Select(d => _populations.Value[d]).Aggregate((int?)0, (somme, p) => somme + p);

    public int Lieux(Region region) => region.Departements.Sum(lieux.CompterDepartement);

    public int Lieux(Departement departement) => lieux.CompterDepartement(departement.Code);

    public int Lieux(Commune commune) => lieux.CompterCommune(commune.CodeInsee);

    public int Lieux() => lieux.Compter();

    /// <summary>Places for 10 000 inhabitants; null when there is no known inhabitant.</summary>
    public double? Densite(Departement departement) => Population(departement) is { } p and > 0 ? Lieux(departement) * 10_000.0 / p : null;

    /// <summary>The communes of a département that have places, by name.</summary>
    public IReadOnlyList<CommuneEtLieux> CommunesAvecLieux(Departement departement)
    {
        var parCommune = lieux.ParCommune();
        return
        [
            .. territoires.CommunesDuDepartement(departement.Code)
                .Where(c => parCommune.ContainsKey(c.CodeInsee))
                .Select(c => new CommuneEtLieux(c, parCommune[c.CodeInsee])),
        ];
    }

    /// <summary>The nearest other communes that have places; when the centre isn't known, those of the département that have the most.</summary>
    public IReadOnlyList<CommuneEtLieux> Proches(Commune commune, int nombre)
    {
        if (commune is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return territoires.Departement(commune.Departement) is { } departement
                ? [.. CommunesAvecLieux(departement).Where(c => c.Commune.CodeInsee != commune.CodeInsee).OrderByDescending(c => c.Lieux).Take(nombre)]
                : [];
        }

        var parCommune = lieux.ParCommune();
        IReadOnlyList<CommuneEtLieux> trouvees = [];
        foreach (var rayon in Rayons)
        {
            trouvees =
            [
                .. territoires.CommunesProches(latitude, longitude, rayon, int.MaxValue)
                    .Select(p => (Commune: p.Commune.CommuneMere is { } mere ? territoires.Commune(mere)! : p.Commune, p.DistanceKm))
                    .Where(p => p.Commune.CodeInsee != commune.CodeInsee && parCommune.ContainsKey(p.Commune.CodeInsee))
                    .DistinctBy(p => p.Commune.CodeInsee)
                    .Take(nombre)
                    .Select(p => new CommuneEtLieux(p.Commune, parCommune[p.Commune.CodeInsee], p.DistanceKm)),
            ];
            if (trouvees.Count == nombre)
            {
                break;
            }
        }

        return trouvees;
    }
}

/// <summary>A commune, its number of places, and how far it is when that means something.</summary>
internal sealed record CommuneEtLieux(Commune Commune, int Lieux, double? DistanceKm = null);
