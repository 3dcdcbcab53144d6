using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Fusions;
using FaireAvec.Cartographie.Sources;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Merges the records of one place for display, by freshness and by trust in their sources; keeps where each value comes from.</summary>
/// <param name="rapprochement">What prepares a record to be merged.</param>
/// <param name="confiances">Trust in each source, 0 to 100.</param>
/// <param name="aujourdhui">Day of the composition.</param>
internal sealed class FusionDesLieux(MoteurDeRapprochement rapprochement, IReadOnlyDictionary<string, int> confiances, DateOnly aujourdhui)
{
    private readonly Fusionneur _fusionneur = new(confiances.ToDictionary(c => c.Key, c => c.Value / 100.0, StringComparer.Ordinal), aujourdhui);

    /// <summary>The place, and for each of its fields the records that gave it.</summary>
    public (Lieu Lieu, IReadOnlyDictionary<string, IReadOnlyList<string>> Origines) Fusionner(string id, IReadOnlyList<Lieu> fiches)
    {
        var fusion = _fusionneur.Fusionner(id, [.. fiches.Select(rapprochement.Moteur.Preparateur.Preparer)]);
        var lieu = CopieDeLieu.Sous(id, fusion.Fiche, fiches.MinBy(f => f.CreeLe)!);
        lieu.ModifieLe = fiches.Max(f => f.ModifieLe);
        // A person confirmed a record, not what the others say.
        lieu.VerifieLe = fiches.Any(f => f.VerifieLe is null) ? null : fiches.Min(f => f.VerifieLe);
        return (lieu, fusion.Origines);
    }
}
