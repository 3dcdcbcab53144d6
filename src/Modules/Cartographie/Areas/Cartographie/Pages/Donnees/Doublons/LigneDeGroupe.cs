namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>A place made of several records, in a table.</summary>
internal sealed record LigneDeGroupe
{
    public required string Id { get; init; }
    public required string Nom { get; init; }
    public required string Commune { get; init; }
    public required int Fiches { get; init; }

    /// <summary>Of its weakest member.</summary>
    public required double Probabilite { get; init; }
}
