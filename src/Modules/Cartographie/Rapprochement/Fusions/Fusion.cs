using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Rapprochement.Fusions;

/// <summary>
/// A place made of several rows, and where each of its values comes from. The rows themselves are kept elsewhere: a group can be undone at any time.
/// </summary>
/// <param name="Fiche">The place.</param>
/// <param name="Origines">For each field that has a value, the ids of the rows that gave it.</param>
internal sealed record Fusion(FicheLieu Fiche, IReadOnlyDictionary<string, IReadOnlyList<string>> Origines);
