using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Cartographie.Recherche;

internal sealed class SourcesDesLieux(CatalogueLieux catalogue, TimeProvider horloge) : ISourcesDesLieux
{
    public IReadOnlyList<SourceDeLieux> Sources()
    {
        var index = catalogue.Index;
        var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
        return
        [
            .. index.Lieux.GroupBy(l => l.Source, StringComparer.Ordinal).Select(g => new SourceDeLieux(
                    g.Key,
                    NomsDesSources.De(g.Key),
                    g.Count(),
                    g.Count(l => IndexLieux.PositionDe(l) is null),
                    g.Count(l => DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui) is null),
                    index.ServicesDeduits.Contains(g.Key)))
                .OrderByDescending(s => s.Lieux).ThenBy(s => s.Nom, StringComparer.Ordinal),
        ];
    }

    public int Retenus() => catalogue.Hebergements;

    public (int Premiere, int Derniere)? Annees()
    {
        var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
        var annees = catalogue.Index.Lieux.Select(l => DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui)?.Year).OfType<int>().ToList();
        return annees.Count == 0 ? null : (annees.Min(), annees.Max());
    }
}
