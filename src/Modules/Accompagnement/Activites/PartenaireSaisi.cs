namespace FaireAvec.Accompagnement.Activites;

/// <summary>A partner, as it is typed.</summary>
internal sealed class PartenaireSaisi
{
    public string? Nom { get; set; }

    /// <summary>Code of <see cref="Domain.Activites.Listes.Organisateurs"/>; may be empty.</summary>
    public string? Type { get; set; }
}
