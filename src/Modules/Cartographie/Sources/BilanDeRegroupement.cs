namespace FaireAvec.Cartographie.Sources;

/// <summary>What a grouping found.</summary>
/// <param name="Fiches">Source records compared.</param>
/// <param name="Groupes">Places made of several records.</param>
/// <param name="Fondues">Records in these groups.</param>
/// <param name="ARevoir">Pairs for a person.</param>
/// <param name="Liens">Desks at one address.</param>
/// <param name="Change">False when everything was so already.</param>
internal sealed record BilanDeRegroupement(int Fiches, int Groupes, int Fondues, int ARevoir, int Liens, bool Change);
