namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What was typed about somebody who agrees to be followed by name, as it came.</summary>
internal sealed record IdentiteSaisie
{
    public string? Prenom { get; init; }
    public string? Nom { get; init; }
    public string? AnneeDeNaissance { get; init; }
    public string? Age { get; init; }

    /// <summary>INSEE code of where they live, already looked for; null when nothing was typed.</summary>
    public string? Commune { get; init; }

    public string? Telephone { get; init; }
    public bool SansTelephone { get; init; }
    public string? Courriel { get; init; }
    public string? Genre { get; init; }
    public string? Statut { get; init; }
    public string? Notes { get; init; }
    public string? Protection { get; init; }
    public string? Protecteur { get; init; }
    public bool AccordDuProtecteur { get; init; }
    public string? Responsable { get; init; }
    public bool AccordDuResponsable { get; init; }
}
