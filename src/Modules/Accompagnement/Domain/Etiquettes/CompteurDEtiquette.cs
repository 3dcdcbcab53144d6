namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>Acts of a day that have a label, for the teams of their authors. Without the authors. Written by a trigger alone.</summary>
internal sealed class CompteurDEtiquette
{
    public required Guid Etiquette { get; init; }
    public required DateOnly Jour { get; init; }
    public required Guid[] Equipes { get; init; }
    public int Activites { get; init; }
    public int Accompagnements { get; init; }
}
