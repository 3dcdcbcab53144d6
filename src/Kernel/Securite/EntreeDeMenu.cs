namespace FaireAvec.Kernel.Securite;

/// <summary>An entry of the menu of those who are signed in, shown to whoever has its right.</summary>
/// <param name="Libelle">In French; those pages are in French.</param>
/// <param name="Href">Where it leads; also the beginning of the addresses under which it is marked as the current one.</param>
/// <param name="Droit">The right that shows it.</param>
/// <param name="Rang">Its place: the first entries of a person are always on screen, the others are folded under « Plus ».</param>
/// <param name="Groupe">Under which heading it is found once folded.</param>
public sealed record EntreeDeMenu(string Libelle, string Href, string Droit, int Rang, GroupeDeMenu Groupe);
