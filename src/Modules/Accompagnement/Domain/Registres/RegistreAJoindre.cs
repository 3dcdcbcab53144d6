namespace FaireAvec.Accompagnement.Domain.Registres;

/// <summary>A closed register from which an act is noted.</summary>
/// <param name="Id">The register.</param>
/// <param name="Signatures">How many signed: the act counts at least as many people.</param>
internal sealed record RegistreAJoindre(Guid Id, int Signatures);
