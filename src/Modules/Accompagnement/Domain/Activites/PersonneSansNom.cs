namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>What is known of somebody who stays anonymous, on one individual act: codes of <see cref="Listes"/>, all optional.</summary>
/// <param name="Genre">Code.</param>
/// <param name="Age">Code of the bracket.</param>
/// <param name="Statut">Code.</param>
/// <param name="Commune">INSEE code of where they live.</param>
/// <param name="DejaAccompagnee">True when they had come before; null when it isn't known.</param>
internal sealed record PersonneSansNom(string? Genre, string? Age, string? Statut, string? Commune, bool? DejaAccompagnee)
{
    public static PersonneSansNom Inconnue { get; } = new(null, null, null, null, null);
}
