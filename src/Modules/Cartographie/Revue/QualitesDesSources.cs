using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;

namespace FaireAvec.Cartographie.Revue;

/// <summary>The quality of each source: of the places that are shown, as they are shown. Worked out once for a state of the index and a day.</summary>
internal sealed class QualitesDesSources(CatalogueLieux catalogue, TimeProvider horloge)
{
    private Etat? _etat;

    public IReadOnlyDictionary<string, QualiteDeSource> Lire()
    {
        var (index, jour) = (catalogue.Index, CatalogueLieux.Jour(horloge));
        if (Volatile.Read(ref _etat) is { } connu && connu.Index == index && connu.Jour == jour)
        {
            return connu.Qualites;
        }

        var compris = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool Compris(string? horaires)
        {
            if (horaires is null)
            {
                return false;
            }

            // Hours repeat from place to place.
            return compris.TryGetValue(horaires, out var oui) ? oui : compris[horaires] = HorairesDuLieu.Lire(horaires) is not null;
        }

        var qualites = QualiteDeSource.ParSource(index.Lieux.Select(l => (l.Source, Qualite.De(l, l.VerifieLe, Compris(l.Horaires), jour)))).ToDictionary(q => q.Source, StringComparer.Ordinal);
        Volatile.Write(ref _etat, new Etat(index, jour, qualites));
        return qualites;
    }

    private sealed record Etat(IndexLieux Index, DateOnly Jour, IReadOnlyDictionary<string, QualiteDeSource> Qualites);
}
