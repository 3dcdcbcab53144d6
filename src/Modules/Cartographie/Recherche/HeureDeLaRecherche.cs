using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The clock of a search: that of the places it looks at, however it says where. Overseas, the time of Paris is another one, sometimes another day. A search
/// that says nothing, or that spans several clocks, is told the time of Paris.
/// </summary>
/// <param name="Zone">The clock.</param>
/// <param name="Mention">What to say beside the time so that nobody is mistaken.</param>
internal sealed record HeureDeLaRecherche(TimeZoneInfo Zone, HeureDeLaRecherche.DitComme Mention)
{
    internal enum DitComme
    {
        /// <summary>The time of Paris, there: nothing to say.</summary>
        Simple,

        /// <summary>« heure de Paris »: the places may have another one.</summary>
        DeParis,

        /// <summary>« heure du lieu ».</summary>
        DuLieu,
    }

    private static readonly TimeZoneInfo Paris = FuseauHoraire.De("75");

    public static HeureDeLaRecherche De(Criteres c, ITerritoires territoires, IndexLieux index)
    {
        var zones = Departements(c, territoires, index).Distinct(StringComparer.Ordinal).Select(FuseauHoraire.De).DistinctBy(z => z.Id).ToList();
        return zones is [var seule] ? new(seule, seule.Id == Paris.Id ? DitComme.Simple : DitComme.DuLieu) : new(Paris, DitComme.DeParis);
    }

    private static IEnumerable<string> Departements(Criteres c, ITerritoires territoires, IndexLieux index)
    {
        if (c.Communes.Count + c.Departements.Count > 0)
        {
            return c.Communes.Select(territoires.DepartementDeInsee).OfType<string>().Concat(c.Departements);
        }

        return (c.Centre ?? (c.Boite is { } b ? new Position((b.Sud + b.Nord) / 2, (b.Ouest + b.Est) / 2) : null)) is { } centre && DuPoint(centre, territoires, index) is { } departement ? [departement] : [];
    }

    /// <summary>The département of what is nearest, a commune or a place: many communes overseas have no known centre.</summary>
    private static string? DuPoint(Position centre, ITerritoires territoires, IndexLieux index)
    {
        var commune = territoires.CommuneLaPlusProche(centre.Latitude, centre.Longitude);
        return index.Chercher(new Criteres { Centre = centre, RayonKm = LectureCriteres.RayonMax, Tri = Tri.Distance, Limite = 1 }).Lieux is [var lieu, ..] && (commune is null || lieu.DistanceM / 1000 < commune.DistanceKm)
            ? index.DepartementDe(lieu.Rang)
            : commune?.Commune.Departement;
    }
}
