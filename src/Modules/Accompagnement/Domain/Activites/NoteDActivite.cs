namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>
/// The free words of an act, in a table of their own: the médiateur alone reads them. Neither the journal nor a coordinator does.
/// </summary>
internal sealed class NoteDActivite
{
    public required Guid Activite { get; init; }
    public required Guid Auteur { get; init; }
    public required string Texte { get; set; }
}
