namespace FaireAvec.Cartographie.Norme;

/// <summary>The codes of typologies (<c>data/norme/typologies.json</c>): a dated copy of a vocabulary that moves, hence data and not an enumeration.</summary>
internal sealed class Typologies
{
    public required string Source { get; init; }

    /// <summary>Day of the copy.</summary>
    public required DateOnly ReleveLe { get; init; }

    public required Typologie[] Valeurs { get; init; }

    private Dictionary<string, Typologie> ParCode => field ??= Valeurs.ToDictionary(v => v.Code, StringComparer.Ordinal);

    public Typologie? Trouver(string code) => ParCode.GetValueOrDefault(code);

    internal sealed record Typologie(string Code, string Libelle);
}
