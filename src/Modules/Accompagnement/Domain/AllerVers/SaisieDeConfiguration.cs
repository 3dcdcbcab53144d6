namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>A configuration as somebody writes it: nothing is checked yet.</summary>
internal sealed record SaisieDeConfiguration
{
    public string? Nom { get; init; }
    public string? Lieu { get; init; }
    public string? PublicCible { get; init; }
    public string? Motif { get; init; }
    public string? AutreMotif { get; init; }
    public int? Taille { get; init; }
    public string? Posture { get; init; }
    public int? DureeMinutes { get; init; }
    public string? Supports { get; init; }
    public bool? PairsPresents { get; init; }
    public string? ObjetReel { get; init; }
    public string? Suite { get; init; }
}
