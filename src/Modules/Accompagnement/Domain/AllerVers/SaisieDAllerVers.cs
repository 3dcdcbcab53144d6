namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>An action as somebody writes it: nothing is checked yet.</summary>
internal sealed record SaisieDAllerVers
{
    public DateOnly? Date { get; init; }
    public int? DureeMinutes { get; init; }
    public string? Lieu { get; init; }
    public string? LieuLibre { get; init; }
    public string? Commune { get; init; }
    public Guid? Partenaire { get; init; }
    public string? Motif { get; init; }
    public string? AutreMotif { get; init; }
    public Guid? Configuration { get; init; }
    public int? Contactes { get; init; }
    public int? Interesses { get; init; }
    public int? Inscrits { get; init; }
    public int? Venus { get; init; }
    public int? Revenus { get; init; }
    public int? Engages { get; init; }
    public int? Relais { get; init; }
    public Renoncement Renoncement { get; init; } = Renoncement.Aucun;
    public string? Appris { get; init; }
    public DateOnly? RappelLe { get; init; }

    /// <summary>Said by who writes: the numbers in these texts that look like telephones aren't any.</summary>
    public bool PasUnTelephone { get; init; }
}
