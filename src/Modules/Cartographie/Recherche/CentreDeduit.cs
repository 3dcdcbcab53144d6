using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Where a commune is when its centre isn't known, as in New Caledonia: in the middle of its places, or of those of its collectivity. The median, so that one
/// wrong position doesn't move it. Good enough to say which places are near, too rough for a distance.
/// </summary>
internal static class CentreDeduit
{
    public static Position? De(Commune commune, IReadOnlyList<string> codes, IndexLieux index) =>
        Milieu(index, new Criteres { Communes = codes }) ?? Milieu(index, new Criteres { Departements = [commune.Departement] });

    private static Position? Milieu(IndexLieux index, Criteres ou)
    {
        var positions = index.Chercher(ou with { Tri = Tri.Nom, Limite = Math.Max(1, index.Nombre) }).Lieux.Select(l => index.PositionDe(l.Rang)).OfType<Position>().ToList();
        return positions.Count == 0 ? null : new Position(Mediane(positions.ConvertAll(p => p.Latitude)), Mediane(positions.ConvertAll(p => p.Longitude)));
    }

    private static double Mediane(List<double> nombres)
    {
        nombres.Sort();
        return nombres.Count % 2 == 1 ? nombres[nombres.Count / 2] : (nombres[(nombres.Count / 2) - 1] + nombres[nombres.Count / 2]) / 2;
    }
}
