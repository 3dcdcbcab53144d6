using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Api;

/// <summary>A search for a source that no public place has is told which ones there are: a misspelt name would read as « no place ».</summary>
internal static class SourcesConnues
{
    public static IReadOnlyList<Erreur> Verifier(IndexLieux index, Criteres critere) =>
        [.. critere.Sources.Where(s => !index.Sources.Contains(s)).Select(s => new Erreur("CAR-022", $"Aucun lieu ne vient de la source « {LectureCriteres.Court(s)} ». Valeurs acceptées : {string.Join(", ", index.Sources)}.", "source", [.. index.Sources]))];
}
