namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>A pair in a table.</summary>
internal sealed record LigneDePaire
{
    public required string A { get; init; }
    public required string NomA { get; init; }
    public required string SourceA { get; init; }
    public string? AdresseA { get; init; }
    public required string B { get; init; }
    public required string NomB { get; init; }
    public required string SourceB { get; init; }
    public string? AdresseB { get; init; }
    public required string Commune { get; init; }
    public required double Probabilite { get; init; }
    public required string[] Raisons { get; init; }
}
