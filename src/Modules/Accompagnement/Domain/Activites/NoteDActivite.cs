using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>
/// The free words of an act, in a table of their own: the médiateur alone reads them. The journal says that
/// they changed, never what they say; a coordinator sees neither.
/// </summary>
internal sealed class NoteDActivite : IJournalisee
{
    public required Guid Activite { get; init; }
    public required Guid Auteur { get; init; }
    [HorsJournal]
    public required string Texte { get; set; }

    string IJournalisee.IdJournal => Activite.ToString();
}
