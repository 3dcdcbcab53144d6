using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>A label is joined to another of the same owner, or of a wider reach: what a team counts is never hidden in what one person counts, nor in another team.</summary>
internal static class UneEtiquetteNeRetrecitPas
{
    public static Erreur? Refus(Etiquette source, Etiquette cible) =>
        source.Id == cible.Id ? ErreursDEtiquettes.AvecElleMeme
        : source.Proprietaire == cible.Proprietaire || source.Portee < cible.Portee ? null
        : ErreursDEtiquettes.PlusEtroite;
}
