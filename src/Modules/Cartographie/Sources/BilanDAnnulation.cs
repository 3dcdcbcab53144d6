namespace FaireAvec.Cartographie.Sources;

/// <summary>What a rollback did.</summary>
/// <param name="Remis">Places that are again what they were.</param>
/// <param name="Retires">Places that the import had added, removed.</param>
/// <param name="Rendus">Places that the import had removed, back.</param>
/// <param name="Conflits">Places changed since: left as they are.</param>
internal sealed record BilanDAnnulation(int Remis, int Retires, int Rendus, IReadOnlyList<string> Conflits);
