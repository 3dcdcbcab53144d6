using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>The sources of the places that are shown. Gone through once for a state of the data and a day.</summary>
internal sealed class SourcesDesLieux(CatalogueLieux catalogue, TimeProvider horloge) : ISourcesDesLieux
{
    private Releve? _releve;

    public IReadOnlyList<SourceDeLieux> Sources() => Lire().Sources;

    public int Retenus() => catalogue.Hebergements;

    public (int Premiere, int Derniere)? Annees() => Lire().Annees;

    private Releve Lire()
    {
        var (index, aujourdhui) = (catalogue.Index, DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime));
        if (Volatile.Read(ref _releve) is { } connu && connu.Version == index.Version && connu.Jour == aujourdhui)
        {
            return connu;
        }

        var releve = Relever(index, aujourdhui);
        Volatile.Write(ref _releve, releve);
        return releve;
    }

    private static Releve Relever(IndexLieux index, DateOnly aujourdhui)
    {
        var lieux = index.Lieux.Select(l => (l.Source, Place: IndexLieux.PositionDe(l) is not null, Annee: DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui)?.Year)).ToList();
        var annees = lieux.Select(l => l.Annee).OfType<int>().ToList();
        return new Releve(
            index.Version,
            aujourdhui,
            [
                .. lieux.GroupBy(l => l.Source, StringComparer.Ordinal).Select(g => new SourceDeLieux(
                        g.Key,
                        NomsDesSources.De(g.Key),
                        g.Count(),
                        g.Count(l => !l.Place),
                        g.Count(l => l.Annee is null),
                        index.ServicesDeduits.Contains(g.Key)))
                    .OrderByDescending(s => s.Lieux).ThenBy(s => s.Nom, StringComparer.Ordinal),
            ],
            annees.Count == 0 ? null : (annees.Min(), annees.Max()));
    }

    private sealed record Releve(string Version, DateOnly Jour, IReadOnlyList<SourceDeLieux> Sources, (int Premiere, int Derniere)? Annees);
}
