namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What is kept of somebody who is followed by name. Made by <see cref="VerificationDIdentite"/>.</summary>
/// <param name="Prenom">First name or alias.</param>
/// <param name="Telephone">As <see cref="Telephones.Lire"/> makes it.</param>
/// <param name="Courriel">In lower case.</param>
/// <param name="Protecteur">Who was named by the judge.</param>
/// <param name="Responsable">The parent who agrees, or who would sign a mandate.</param>
internal sealed record IdentiteDePersonne(
    string Prenom,
    string? Nom,
    int? AnneeDeNaissance,
    string? Age,
    string? Commune,
    string? Telephone,
    bool SansTelephone,
    string? Courriel,
    string? Genre,
    string? Statut,
    string? Notes,
    ProtectionDAdulte Protection,
    string? Protecteur,
    bool AccordDuProtecteur,
    string? Responsable,
    bool AccordDuResponsable);
