namespace FaireAvec.Contracts.Cartographie;

/// <summary>Names of public places, for modules that keep their ids. In memory, immediate. An id that a merge replaced gives the place that took over.</summary>
public interface INomsDesLieux
{
    /// <summary>The place of this id, or null when it isn't public.</summary>
    LieuNomme? Trouver(string? id);

    /// <summary>Every id that leads to the place of this one, its own among them: what was noted before a merge has the old one. The id alone when no public place has it.</summary>
    IReadOnlyCollection<string> Ids(string id);

    /// <summary>The place that somebody means by its id, or by the address of its page, whole or from the root; null when it isn't public.</summary>
    LieuNomme? Reconnaitre(string? saisi);

    /// <summary>The one public place of this name in this commune, case, accents and signs aside; null when there is none, or several.</summary>
    LieuNomme? DeNom(string? nom, string? codeInsee);
}

/// <summary>A public place, as one names it.</summary>
/// <param name="Id">Its id today.</param>
/// <param name="Nom">Its name.</param>
/// <param name="Commune">Its commune.</param>
/// <param name="CodePostal">Its postal code.</param>
/// <param name="CodeInsee">Code of its commune, when it is known.</param>
/// <param name="Page">Address of its page, from the root.</param>
public sealed record LieuNomme(string Id, string Nom, string Commune, string? CodePostal, string? CodeInsee, string Page);
